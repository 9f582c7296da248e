using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Dashboard.Web.Reading;

/// <summary>Finds hosts made to be taken for Make or for an environment of the viewer's.</summary>
internal sealed class LookAlikes
{
    private const string Make = "make.com";

    // Words that go with a name where somebody is to be led astray, and rarely otherwise.
    private static readonly string[] Lures =
        ["login", "signin", "sso", "auth", "account", "accounts", "secure", "security", "verify", "support", "help", "billing", "team", "app", "portal", "com"];

    // Letters, digits and pairs that are read as another; both sides of a comparison go through it.
    private static readonly FrozenDictionary<char, char> Alike = Pairs(
        "0o 1l il |l 3e 4a 5s 7t 8b"
        + " аa вb еe ѕs іl јj кk мm нh оo рp сc тt уy хx һh ԁd ԛq ԝw ӏl ԍg զq" // Cyrillic
        + " αa βb εe ηn ιl κk μm νv οo ρp τt υu χx ωw" // Greek
        + " օo սu հh" // Armenian
        + " ɑa ɡg ɩl ıl ʟl ᴀa ᴇe ᴋk ᴍm øo łl đd ħh"); // Latin

    private readonly Name[] _names;
    private readonly (string Begin, string Owner)[] _zones;

    /// <param name="makeHosts">The viewer's own Make hosts, as <see cref="ReadingRoom.ReadAsync"/> takes them.</param>
    public LookAlikes(IReadOnlySet<string> makeHosts)
    {
        var hosts = makeHosts.Select(host => host.Split(':')[0]).Where(IsName).ToArray();
        _names = [.. hosts.Select(OwnerOf).Prepend(Make).Distinct().Select(owner => new Name(owner))];
        _zones =
        [
            .. hosts.Concat(["eu1.make.com", "eu2.make.com", "us1.make.com", "us2.make.com"])
                .Where(host => host != OwnerOf(host))
                .Select(host => ($".{host[..host.LastIndexOf('.')]}.", OwnerOf(host))),
        ];
    }

    /// <summary>The name that a host imitates, or null where it belongs to one of them or resembles none.</summary>
    /// <param name="host">The host as people read it, in lower case and not in its ASCII form.</param>
    public string? ImitatedBy(string host)
    {
        if (!IsName(host) || Array.Exists(_names, name => name.Owns(host))) return null;
        return Array.Find(_names, name => name.IsImitatedBy(host))?.Host
            ?? Array.Find(_zones, zone => $".{host}.".Contains(zone.Begin, StringComparison.Ordinal)).Owner;
    }

    /// <summary>Whether a host is one of the names, below one, or imitates one.</summary>
    public bool IsOrImitates(string host) => Array.Exists(_names, name => name.Owns(host)) || ImitatedBy(host) is not null;

    private static bool IsName(string host) => host.Contains('.', StringComparison.Ordinal) && !char.IsAsciiDigit(host[^1]);

    // The part of a host that is registered: the last two labels, or three under an ending such as co.uk.
    private static string OwnerOf(string host)
    {
        var labels = host.Split('.');
        var count = labels.Length > 2 && labels[^1].Length == 2 && labels[^2].Length <= 3 ? 3 : 2;
        return string.Join('.', labels[^Math.Min(count, labels.Length)..]);
    }

    // A word's shape: without marks, and with one letter for all that look like it.
    private static string Shape(string word)
    {
        var shape = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark) shape.Append(Alike.GetValueOrDefault(letter, letter));
        }

        return shape.Replace("rn", "m").Replace("vv", "w").Replace("cl", "d").ToString();
    }

    private static FrozenDictionary<char, char> Pairs(string pairs) => pairs.Split(' ').ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>A name that others imitate.</summary>
    private sealed class Name
    {
        private readonly string _word;
        private readonly string _ending;
        private readonly FrozenSet<string> _lured;

        public Name(string host)
        {
            Host = host;
            var dot = host.IndexOf('.', StringComparison.Ordinal);
            (_word, _ending) = (Shape(host[..dot]), Shape(host[(dot + 1)..].Replace(".", "", StringComparison.Ordinal)));
            _lured = Lures.Select(Shape).Append(_ending).SelectMany(lure => new[] { _word + lure, lure + _word }).ToFrozenSet();
        }

        public string Host { get; }

        public bool Owns(string host) => host == Host || host.EndsWith($".{Host}", StringComparison.Ordinal);

        public bool IsImitatedBy(string host)
        {
            var labels = host.Split('.');
            // make.co, rnake.com, maek.com: what was registered reads like the name.
            var registered = Shape(OwnerOf(host).Split('.')[0]);
            if (registered == _word || IsSlipOf(registered)) return true;
            // make-login.com, makecom.example: the name together with a word that lures.
            if (Array.Exists(labels, label => Shape(label).Split('-', '_') is var parts && (_lured.Contains(string.Concat(parts)) || IsLuring(parts)))) return true;
            // make.com.evil.example: begins like the name and belongs to somebody else.
            var shapes = Array.ConvertAll(labels, Shape);
            return shapes.Zip(shapes.Skip(1)).Any(pair => pair.First.Split('-')[^1] == _word && pair.Second.Split('-')[0] == _ending);
        }

        private bool IsLuring(string[] parts) => parts.Length > 1 && parts.Contains(_word) && parts.Any(part => part == _ending || Lures.Contains(part));

        // One letter doubled, or two changed about.
        private bool IsSlipOf(string word)
        {
            if (word.Length == _word.Length + 1)
                return Enumerable.Range(1, word.Length - 1).Any(at => word[at] == word[at - 1] && word.Remove(at, 1) == _word);
            return word.Length == _word.Length
                && Enumerable.Range(1, word.Length - 1).Any(at => word[at] != word[at - 1] && string.Concat(word.AsSpan(0, at - 1), [word[at], word[at - 1]], word.AsSpan(at + 1)) == _word);
        }
    }
}
