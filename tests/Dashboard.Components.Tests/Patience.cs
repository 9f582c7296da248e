using System.Runtime.CompilerServices;
using Bunit;

namespace Dashboard.Components.Tests;

/// <summary>How long a test waits for a component: a busy machine is not a failed expectation.</summary>
internal static class Patience
{
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "A test assembly is an application of its own.")]
    internal static void Set() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20);
}
