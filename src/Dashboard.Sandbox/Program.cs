using Dashboard.Sandbox.Hosting;

try
{
    var options = SandboxOptions.From(SandboxStartup.Configuration(args));
    await using var server = await SandboxServer.StartAsync(options, TimeProvider.System, logs: true, CancellationToken.None);

    Console.WriteLine($"The sandbox (not Make) listens on {server.Address} with {options.Notifications:N0} notifications for each account.");
    Console.WriteLine("\nAPI tokens, sent as 'Authorization: Token …':");
    foreach (var token in server.SampleTokens)
        Console.WriteLine($"  {token.Token}  {token.Label}");
    Console.WriteLine("\nPoint the web app at it with these environment variables:");
    foreach (var (key, value) in server.Settings)
        Console.WriteLine($"  {key.Replace(":", "__", StringComparison.Ordinal)}={value}");
    Console.WriteLine("\nCtrl+C stops it.");
    await server.WaitForShutdownAsync();
    return 0;
}
catch (SandboxStartException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
