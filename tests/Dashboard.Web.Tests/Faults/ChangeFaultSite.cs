namespace Dashboard.Web.Tests.Faults;

/// <summary>Where the inbox hardly looks by itself, so that every look at the list is the outbox's.</summary>
public sealed class ChangeFaultSite : FaultSite
{
    internal override TimeSpan RefreshInterval => TimeSpan.FromDays(1);
}
