using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Hosting;

namespace Dashboard.Web.Tests.Sandbox;

/// <summary>Somebody who calls the sandbox over HTTP with a token.</summary>
internal sealed class Person : IDisposable
{
    private readonly HttpClient _http;

    public Person(SandboxServer sandbox, string? authorization)
    {
        _http = new() { BaseAddress = sandbox.Address };
        if (authorization is not null)
            _http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
    }

    /// <summary>The person with a name, with one of their tokens.</summary>
    public static Person Named(string name, SandboxServer sandbox, int token = 0) =>
        new(sandbox, $"Token {AccountOf(name, sandbox).Tokens[token].Value}");

    public static Account AccountOf(string name, SandboxServer sandbox) =>
        sandbox.Accounts.Single(account => account.Name.StartsWith(name, StringComparison.Ordinal));

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> ListAsync(string query = "") => GetAsync($"/api/v2/notifications?imtZoneId=1{query}");

    public Task<Answer> DeleteAsync(params string[] ids) => SendAsync(HttpMethod.Delete, "/api/v2/notifications?imtZoneId=1", new { ids });

    public Task<Answer> MarkAllAsync() => SendAsync(HttpMethod.Post, "/api/v2/notifications/mark-as-read?imtZoneId=1&ids=all");

    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement, response.Headers);
    }

    public void Dispose() => _http.Dispose();
}
