using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dashboard.Testing;

namespace Dashboard.Web.Tests.Hosting;

/// <summary>What is deployed: published once, then looked at and started from another directory.</summary>
public sealed partial class PublishTests(PublishTests.Published published) : IClassFixture<PublishTests.Published>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publish_contains_nothing_of_the_sandbox()
    {
        var files = published.App.EnumerateFiles("*", SearchOption.AllDirectories).ToArray();

        Assert.Contains(files, file => file.Name == "Dashboard.Web.dll");
        Assert.DoesNotContain(files, file => file.Name.Contains("Sandbox", StringComparison.OrdinalIgnoreCase));
        foreach (var text in files.Where(file => file.Extension is ".json"))
            Assert.DoesNotContain("Sandbox", await File.ReadAllTextAsync(text.FullName, Cancellation), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Bill_of_materials_names_every_package_that_is_deployed()
    {
        var bill = await BillOfMaterials.ReadAsync(published.App, Cancellation);

        using var deployed = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(published.App.FullName, "Dashboard.Web.deps.json"), Cancellation));
        var packages = deployed.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package").Select(library => library.Name.Replace('/', '@')).Order().ToArray();

        Assert.True(packages.Length > 50, $"Only {packages.Length} packages are deployed?");
        Assert.Empty(packages.Except(bill.Select(part => $"{part.Name}@{part.Version}")));
    }

    [Fact]
    public async Task Every_package_that_is_deployed_has_a_licence_that_allows_it()
    {
        var bill = await BillOfMaterials.ReadAsync(published.App, Cancellation);

        // The corefx licence is MIT; that package's own entry gives its address instead of the name.
        string[] allowed = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "https://github.com/dotnet/corefx/blob/master/LICENSE.TXT"];
        foreach (var licence in bill.GroupBy(part => string.Join(" or ", part.Licences)))
            TestContext.Current.TestOutputHelper?.WriteLine($"{licence.Key}: {string.Join(", ", licence.Select(part => part.Name))}");

        Assert.All(bill, part => Assert.True(part.Licences.Intersect(allowed).Any(), $"{part.Name} has {string.Join(" or ", part.Licences)}"));
    }

    [Fact]
    public async Task Published_app_without_settings_says_all_that_is_missing_in_one_message()
    {
        using var app = published.Start("--urls=http://127.0.0.1:0");
        var (output, errors) = (app.StandardOutput.ReadToEndAsync(Cancellation), app.StandardError.ReadToEndAsync(Cancellation));
        await app.WaitForExitAsync(Cancellation);

        Assert.Equal(78, app.ExitCode);
        Assert.Equal("", await output);
        var lines = (await errors).Trim().Split('\n');
        Assert.Equal(
            ["AzureAd:TenantId", "AzureAd:ClientId", "AzureAd:ClientCredentials:0:ClientSecret", "DataProtection:CertificatePath"],
            lines.Where(line => line.StartsWith("  - ", StringComparison.Ordinal)).Select(line => line.Split(' ')[3]));
        Assert.Equal(6, lines.Length);
    }

    [Fact]
    public async Task Published_app_started_elsewhere_serves_itself_and_keeps_its_data_beside_itself()
    {
        KeyRingCertificate.WriteTo(published.App.CreateSubdirectory("data").FullName);
        using var app = published.Start(
            "--urls=http://127.0.0.1:0",
            "--Dashboard:DataDirectory=data",
            "--DataProtection:CertificatePath=ring.pfx",
            "--AzureAd:TenantId=7e57a000-0000-4000-8000-00000000000a",
            "--AzureAd:ClientId=da5b0a2d-0000-4000-8000-000000000001",
            "--AzureAd:ClientCredentials:0:ClientSecret=made-up");
        try
        {
            using var http = new HttpClient { BaseAddress = await AddressOfAsync(app) };

            Assert.Equal("Healthy", await http.GetStringAsync("/health/ready", Cancellation));
            foreach (var asset in new[] { "/_content/MudBlazor/MudBlazor.min.css", "/Components/Grid/NotificationGrid.razor.js", "/app.css", "/_framework/blazor.web.js" })
            {
                using var answer = await http.GetAsync(asset, Cancellation);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{asset} answered {answer.StatusCode}.");
            }

            Assert.True(File.Exists(Path.Combine(published.App.FullName, "data", "dashboard.db")));
            var key = Assert.Single(Directory.GetFiles(Path.Combine(published.App.FullName, "data", "keys")));
            Assert.Contains("<encryptedKey", await File.ReadAllTextAsync(key, Cancellation), StringComparison.OrdinalIgnoreCase);
            Assert.Empty(published.WorkingDirectory.EnumerateFileSystemInfos());
        }
        finally
        {
            app.Kill(entireProcessTree: true);
        }
    }

    private static async Task<Uri> AddressOfAsync(Process app)
    {
        while (await app.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            if (Welcome().Match(line) is { Success: true } welcome)
                return new Uri(welcome.Groups[1].Value);
        }

        throw new InvalidOperationException($"The app ended: {await app.StandardError.ReadToEndAsync(Cancellation)}");
    }

    [GeneratedRegex(@"The dashboard is at (http\S+)\. Next:")]
    private static partial Regex Welcome();

    /// <summary>The app, published in Release to a directory of its own, with intermediate files of its own.</summary>
    public sealed class Published : IAsyncLifetime
    {
        private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dashboard-publish-");

        public DirectoryInfo App => new(Path.Combine(_root.FullName, "app"));

        public DirectoryInfo WorkingDirectory => _root.CreateSubdirectory("elsewhere");

        public async ValueTask InitializeAsync() => await Publishing.IntoAsync(_root);

        public Process Start(params string[] arguments)
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(App.FullName, "Dashboard.Web.dll"), .. arguments])
            {
                WorkingDirectory = WorkingDirectory.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name == "DOTNET_ENVIRONMENT").ToArray())
                start.Environment.Remove(name);
            return Process.Start(start)!;
        }

        public ValueTask DisposeAsync()
        {
            _root.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
