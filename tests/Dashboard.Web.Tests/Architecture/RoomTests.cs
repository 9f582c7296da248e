using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;

namespace Dashboard.Web.Tests.Architecture;

/// <summary>Who may call whom, as the design's map of the house draws it.</summary>
public sealed class RoomTests
{
    private const string Web = "Dashboard.Web";

    private static readonly ArchUnitNET.Domain.Architecture House = new ArchLoader()
        .LoadAssemblies(typeof(DashboardApp).Assembly, typeof(MakeClient).Assembly)
        .Build();

    /// <summary>Every step from one room to another that there is, and why. Hosting puts the rooms together and may name them all.</summary>
    private static readonly (string From, string To, string Why)[] Steps =
    [
        ("Api", "Inbox", "answers from it"),
        ("Api", "Reading", "answers a message"),
        ("Api", "Actions", "starts them, as a page does"),
        ("Api", "Sharing", "each notification carries its link"),
        ("Api", "Connections", "a zone is one connection's"),
        ("Api", "Identity", "acts for who is signed in"),
        ("Api", "Data", "says in words when it can't be read"),
        ("Components", "Inbox", "shows it"),
        ("Components", "Reading", "shows a message"),
        ("Components", "Actions", "starts them"),
        ("Components", "Sharing", "copies and opens links"),
        ("Components", "Connections", "lists them"),
        ("Components", "Export", "freezes rows for a download and follows it"),
        ("Components", "Identity", "whose page it is"),
        ("Components", "Views", "lists and changes them"),
        ("Components", "Preferences", "is drawn and listens as the person likes it"),
        ("Identity", "Data", "keeps who is signed in"),
        ("Inbox", "Proxy", "asks Make for notifications"),
        ("Inbox", "Connections", "a feed is one connection's, a part is one zone's"),
        ("Reading", "Proxy", "asks Make for a body"),
        ("Reading", "Inbox", "a notification is opened from the person's inbox, which learns that it is read or gone"),
        ("Reading", "Connections", "a connection's zones are the hosts its links may name"),
        ("Actions", "Proxy", "asks Make for a change"),
        ("Actions", "Inbox", "what Make confirmed leaves the inbox"),
        ("Actions", "Connections", "a change needs a scope"),
        ("Actions", "Data", "keeps them, their receipts and sealed copies of what is deleted"),
        ("Actions", "Reading", "a body that was read is kept with what is deleted"),
        ("Actions", "Identity", "an endpoint acts for who is signed in"),
        ("Sharing", "Data", "keeps what names a shared event"),
        ("Sharing", "Inbox", "a link is resolved among the viewer's own rows"),
        ("Sharing", "Identity", "a link works within one tenant"),
        ("Sharing", "Connections", "a part of the inbox names its zone"),
        ("Preferences", "Data", "keeps them"),
        ("Preferences", "Inbox", "a column of the list is one of the inbox"),
        ("Views", "Data", "keeps them"),
        ("Views", "Inbox", "a saved view is a query"),
        ("Views", "Preferences", "their order, the default one and the columns are matters of taste"),
        ("Views", "Identity", "a view is shared within one tenant"),
        ("Export", "Inbox", "writes its rows"),
        ("Export", "Identity", "a ticket is one sign-in's"),
        ("Export", "Actions", "writes what was done"),
        ("Export", "Sharing", "each row carries its link"),
        ("Connections", "Proxy", "a token is tried before it is kept"),
        ("Connections", "Data", "keeps connections and sealed credentials"),
        ("Connections", "Identity", "a connection has an owner"),
        ("Proxy", "Connections", "a request is a connection's, with the credential of its vault"),
        ("Proxy", "Data", "a database that can't be read is no failure of Make's"),
    ];

    private static readonly string[] Settings = [nameof(MakeEnvironment), nameof(SampleToken)];

    [Fact]
    public void Rooms_take_only_the_steps_of_the_map()
    {
        var unknown = Dependencies()
            .Where(step => step.From != "Hosting" && step.To != "Hosting" && !Steps.Any(known => (known.From, known.To) == (step.From, step.To)))
            .Select(step => $"{step.From} → {step.To}: {step.Dependency.Origin.FullName} → {step.Dependency.Target.FullName}");

        Assert.Empty(unknown.Distinct());
    }

    [Fact]
    public void Map_has_no_step_that_nobody_takes()
    {
        var taken = Dependencies().Select(step => (step.From, step.To)).ToHashSet();

        Assert.All(Steps, step => Assert.Contains((step.From, step.To), taken));
    }

    [Fact]
    public void Rooms_take_nothing_but_settings_from_hosting()
    {
        var others = Dependencies()
            .Where(step => step.To == "Hosting" && !IsSetting(step.Dependency.Target))
            .Select(step => $"{step.Dependency.Origin.FullName} → {step.Dependency.Target.FullName}");

        Assert.Empty(others.Distinct());
    }

    [Fact]
    public void Sealed_credential_is_opened_by_the_proxy_alone()
    {
        var callers = House.Types.SelectMany(type => type.Dependencies).OfType<MethodCallDependency>()
            .Where(call => call.Target.FullName == typeof(CredentialVault).FullName && call.TargetMember.Name.StartsWith(nameof(CredentialVault.OpenAsync), StringComparison.Ordinal))
            .Select(call => RoomOf(call.Origin));

        Assert.Equal(["Proxy"], callers.Distinct());
    }

    [Theory]
    [InlineData(typeof(MakeClient), "Proxy")]
    [InlineData(typeof(MakeCredential), "Proxy, Connections.ConnectionSetup, Connections.CredentialVault")]
    public void Door_to_Make_is_held_by_the_proxy_and_the_vault(System.Type door, string holders)
    {
        var allowed = holders.Split(", ");
        var touching = WebTypes()
            .Where(type => type.Dependencies.Any(dependency => dependency.Target.FullName == door.FullName))
            .Select(type => type.FullName[(Web.Length + 1)..])
            .Where(name => !allowed.Any(holder => name == holder || name.StartsWith($"{holder}.", StringComparison.Ordinal) || name.StartsWith($"{holder}+", StringComparison.Ordinal)));

        Assert.Empty(touching);
        Assert.Contains(WebTypes(), type => RoomOf(type) == "Proxy" && type.Dependencies.Any(dependency => dependency.Target.FullName == door.FullName));
    }

    [Fact]
    public void Inbox_knows_nothing_of_Blazor()
    {
        string[] blazor = ["Microsoft.AspNetCore.Components", "Microsoft.JSInterop", "MudBlazor"];

        Assert.Empty(WebTypes().Where(type => RoomOf(type) == "Inbox").SelectMany(type => type.Dependencies)
            .Where(dependency => blazor.Any(name => dependency.Target.FullName.StartsWith(name, StringComparison.Ordinal)))
            .Select(dependency => $"{dependency.Origin.FullName} → {dependency.Target.FullName}"));
    }

    [Fact]
    public void Client_knows_nothing_of_the_web_app()
    {
        var referred = typeof(MakeClient).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.DoesNotContain(referred, name => name.StartsWith("Dashboard", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Web_app_knows_nothing_of_the_sandbox()
    {
        Assert.DoesNotContain(typeof(DashboardApp).Assembly.GetReferencedAssemblies(), assembly => assembly.Name == "Dashboard.Sandbox");
        Assert.DoesNotContain(WebTypes().SelectMany(type => type.Dependencies), dependency => dependency.Target.FullName.StartsWith("Dashboard.Sandbox", StringComparison.Ordinal));
    }

    private static IEnumerable<(string From, string To, ITypeDependency Dependency)> Dependencies() =>
        from type in WebTypes()
        from dependency in type.Dependencies
        let @from = RoomOf(type)
        let to = RoomOf(dependency.Target)
        where @from is not null && to is not null && @from != to
        select (@from, to, dependency);

    private static IEnumerable<IType> WebTypes() => House.Types.Where(type => type.FullName.StartsWith($"{Web}.", StringComparison.Ordinal));

    /// <summary>The folder under the web app that a type lives in.</summary>
    private static string? RoomOf(IType type) =>
        type.FullName.StartsWith($"{Web}.", StringComparison.Ordinal) && type.FullName.Split('.', '+') is [_, _, var room, _, ..] ? room : null;

    private static bool IsSetting(IType type) => type.Name.EndsWith("Options", StringComparison.Ordinal) || Settings.Contains(type.Name);
}
