using System.Globalization;
using System.Runtime.CompilerServices;

namespace Dashboard.Components.Tests;

/// <summary>Numbers and dates as the app writes them, whatever machine the tests run on.</summary>
internal static class Language
{
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "A test assembly is an application of its own.")]
    internal static void Set() => CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("en-GB");
}
