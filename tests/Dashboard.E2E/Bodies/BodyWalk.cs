using System.Collections.Concurrent;
using Dashboard.E2E.Browser;
using Dashboard.E2E.Screens;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E.Bodies;

/// <summary>A person who opens one notification after the other beside the list, while everything the browser does is watched.</summary>
internal sealed class BodyWalk
{
    private readonly Visit _visit;
    private readonly MessageProbe _probe;
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly List<string> _found = [];
    private HashSet<string> _ordinary = [];
    private int _complaints;

    private BodyWalk(Visit visit) => (_visit, _probe) = (visit, new MessageProbe(visit.Page));

    /// <summary>What was found so far, each with the name of the body it was found at.</summary>
    public IReadOnlyList<string> Found => _found;

    public MessageProbe Probe => _probe;

    /// <summary>Opens the first notification of the list, which is to be a harmless one, and takes what the page does then for ordinary.</summary>
    public static async Task<BodyWalk> StartAsync(Visit visit, string subject)
    {
        await visit.Context.AddInitScriptAsync(MessageProbe.Canary);
        await visit.Page.ReloadAsync();
        await new InboxScreen(visit.Page).WaitForAllAsync();
        var walk = new BodyWalk(visit);
        var grid = new InboxScreen(visit.Page).Grid;
        await grid.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Home");
        await visit.Page.Keyboard.PressAsync("Enter");
        await walk._probe.WaitAsync(subject);
        await Expect(new DetailScreen(visit.Page).CopyLink).ToBeVisibleAsync();
        await walk._probe.RememberAsync();
        walk.Note("before the first", await walk._probe.LookAsync());
        Assert.Empty(walk._found);
        walk.Watch();
        return walk;
    }

    /// <summary>Writes down what was found at a body, and what was heard since the one before.</summary>
    /// <param name="name">The body.</param>
    /// <param name="found">What was found in the page.</param>
    /// <param name="stopped">What the browser may say when it stops something; by default nothing may be said at all.</param>
    public void Note(string name, IEnumerable<string> found, params string[] stopped)
    {
        foreach (var finding in found) _found.Add($"{name}: {finding}");
        while (_heard.TryDequeue(out var heard)) _found.Add($"{name}: {heard}");
        var complaints = _visit.Complaints.Skip(_complaints).ToArray();
        _complaints += complaints.Length;
        foreach (var complaint in complaints.Where(complaint => !Array.Exists(stopped, allowed => complaint.Contains(allowed, StringComparison.Ordinal))))
            _found.Add($"{name}: {complaint}");
    }

    private void Watch()
    {
        _ordinary = [.. _visit.Requested, "about:srcdoc"];
        _visit.Context.RequestFinished += (_, request) => Hear(request.Url, "was answered");
        _visit.Context.RequestFailed += (_, request) =>
        {
            // What the frame's policy or its origin forbids is stopped before it leaves, which the browser reports as a request that failed by it.
            if (request.Failure is not ("csp" or "origin")) Hear(request.Url, request.Failure ?? "failed");
        };
        _visit.Context.Page += (_, opened) => _heard.Enqueue($"opens a window at {opened.Url}");
    }

    private void Hear(string address, string outcome)
    {
        if (!_ordinary.Contains(address) && !address.StartsWith("data:", StringComparison.Ordinal)) _heard.Enqueue($"asks for {address[..Math.Min(address.Length, 200)]} ({outcome})");
    }
}
