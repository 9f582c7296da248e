using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dashboard.Web.Hosting;

namespace Dashboard.Web.Tests.Hosting;

public sealed class SettingsTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("dashboard-settings-");

    [Fact]
    public void App_without_settings_names_every_one_that_is_missing_at_once()
    {
        var problems = ProblemsOf("environment=Production");

        Assert.Equal(
            ["AzureAd:TenantId", "AzureAd:ClientId", "AzureAd:ClientCredentials:0:ClientSecret", "DataProtection:CertificatePath"],
            problems.Select(problem => problem.Split(' ')[0]));
    }

    [Theory]
    [InlineData("AzureAd:Instance=http://login.example/", "AzureAd:Instance")]
    [InlineData("AzureAd:Instance=login", "AzureAd:Instance")]
    [InlineData("AzureAd:ClientId=me", "AzureAd:ClientId")]
    [InlineData("Make:RequestsPerMinute=0", "Make:RequestsPerMinute")]
    [InlineData("Make:RequestsPerMinute=many", "'Make:RequestsPerMinute'")]
    [InlineData("Make:Environments:0:Name=", "Make:Environments:0:Name")]
    [InlineData("Make:Environments:1:Name=EU1", "Make:Environments has the name 'EU1' 2 times")]
    [InlineData("Make:Environments:0:BaseUrl=http://eu1.make.com", "Make:Environments:0:BaseUrl")]
    [InlineData("Make:Environments:0:BaseUrl=https://eu1.make.com/api", "Make:Environments:0:BaseUrl")]
    [InlineData("Make:Environments:0:BaseUrl=https://", "Make:Environments:0:BaseUrl")]
    [InlineData("Make:Environments:0:BaseUrl=eu1.make.com", "Make:Environments:0:BaseUrl")]
    [InlineData("Make:Environments:0:TokenPage=ftp://eu1.make.com", "Make:Environments:0:TokenPage")]
    [InlineData("Make:Environments:0:SampleTokens:0:Token=1", "Make:Environments:0:SampleTokens")]
    [InlineData("Inbox:RefreshIntervall=00:01:00", "'RefreshIntervall'")]
    [InlineData("Inbox:RefreshInterval=00:00:29", "Inbox:RefreshInterval")]
    [InlineData("Inbox:FirstPageSize=0", "Inbox:FirstPageSize")]
    [InlineData("Inbox:PageSize=10001", "Inbox:PageSize")]
    [InlineData("Inbox:MaxRows=0", "Inbox:MaxRows")]
    [InlineData("Inbox:PatternTime=00:00:00", "Inbox:PatternTime")]
    [InlineData("Inbox:QueryLength=999", "Inbox:QueryLength")]
    [InlineData("Actions:DeleteBatchSize=0", "Actions:DeleteBatchSize")]
    [InlineData("Limits:PagesPerPerson=0", "Limits:PagesPerPerson")]
    [InlineData("Limits:MessageBytes=100", "Limits:MessageBytes")]
    [InlineData("Limits:RetainedFor=1.00:00:00", "Limits:RetainedFor")]
    [InlineData("Telemetry:Endpoint=collector", "Telemetry:Endpoint")]
    [InlineData("Sessions:Lifetime=12:00:01", "Sessions:Lifetime")]
    [InlineData("Sessions:Lifetime=00:04:59", "Sessions:Lifetime")]
    [InlineData("Sessions:Lifetime=-01:00:00", "Sessions:Lifetime")]
    [InlineData("Sessions:IdleTimeout=00:04:59", "Sessions:IdleTimeout")]
    [InlineData("Sessions:IdleTimeout=08:00:01", "Sessions:IdleTimeout")]
    [InlineData("SignIn:AllowedTenants:0=contoso", "'SignIn:AllowedTenants:0'")]
    [InlineData("AzureAd:TenantId=organizations", "SignIn:AllowedTenants")]
    [InlineData("Dashboard:PublicAddress=http://portal.example", "Dashboard:PublicAddress")]
    [InlineData("Dashboard:PublicAddress=https://portal.example/inbox", "Dashboard:PublicAddress")]
    [InlineData("Dashboard:PublicAddress=https://me@portal.example", "Dashboard:PublicAddress")]
    [InlineData("Dashboard:PublicAddress=portal.example", "Dashboard:PublicAddress")]
    [InlineData("DataProtection:KeyDirectory=", "DataProtection:KeyDirectory")]
    [InlineData("DataProtection:CertificatePath=none.pfx", "DataProtection:CertificatePath")]
    [InlineData("Dashboard:DataDirectory=/dev/null/data", "Dashboard:DataDirectory")]
    public void Setting_that_can_not_be_used_is_named_by_its_key(string setting, string named) =>
        Assert.Contains(ProblemsOf([.. Good, setting]), problem => problem.Contains(named, StringComparison.Ordinal));

    [Theory]
    [InlineData("Dashboard:PublicAddress=https://portal.example")]
    [InlineData("Dashboard:PublicAddress=http://127.0.0.1:5080")]
    [InlineData("Dashboard:PublicAddress=")]
    [InlineData("Sessions:Lifetime=12:00:00")]
    [InlineData("Sessions:IdleTimeout=00:05:00")]
    [InlineData("SignIn:AllowedTenants:0=7e57b000-0000-4000-8000-00000000000b")]
    public void Setting_that_can_be_used_is_not_complained_of(string setting) => Assert.Empty(ProblemsOf([.. Good, setting]));

    [Fact]
    public void Tenants_are_listed_where_anyones_may_sign_in() =>
        Assert.Empty(ProblemsOf([.. Good, "AzureAd:TenantId=organizations", "SignIn:AllowedTenants:0=7e57b000-0000-4000-8000-00000000000b"]));

    [Fact]
    public void Certificate_is_found_in_the_data_directory_whatever_the_working_directory()
    {
        WriteCertificate("ring.pfx", "secret");

        Assert.Empty(ProblemsOf([.. Good, "environment=Production", "DataProtection:CertificatePath=ring.pfx", "DataProtection:CertificatePassword=secret"]));
    }

    [Fact]
    public void Certificate_that_the_password_does_not_open_is_told_without_the_password()
    {
        WriteCertificate("ring.pfx", "secret");

        var problem = Assert.Single(ProblemsOf([.. Good, "DataProtection:CertificatePath=ring.pfx", "DataProtection:CertificatePassword=guessed"]));

        Assert.StartsWith("DataProtection:CertificatePath 'ring.pfx' can't be opened", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("guessed", problem, StringComparison.Ordinal);
    }

    public void Dispose() => _data.Delete(recursive: true);

    private IEnumerable<string> Good =>
    [
        "environment=Development",
        $"Dashboard:DataDirectory={_data.FullName}",
        "AzureAd:TenantId=7e57a000-0000-4000-8000-00000000000a",
        "AzureAd:ClientId=da5b0a2d-0000-4000-8000-000000000001",
        "AzureAd:ClientCredentials:0:ClientSecret=made-up",
    ];

    private static IReadOnlyCollection<string> ProblemsOf(params string[] settings)
    {
        try
        {
            using IDisposable app = DashboardApp.Build([.. settings.Select(setting => $"--{setting}")]);
            return [];
        }
        catch (BadSettingsException bad)
        {
            return bad.Problems;
        }
    }

    private void WriteCertificate(string name, string password)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=dashboard", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllBytes(Path.Combine(_data.FullName, name), certificate.Export(X509ContentType.Pkcs12, password));
    }
}
