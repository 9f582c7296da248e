using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dashboard.E2E.Browser;

/// <summary>The line between the browser and its circuit, for a test to cut and to mend.</summary>
internal sealed class CircuitLine : IStartupFilter
{
    private readonly ConcurrentDictionary<HttpContext, byte> _open = new();
    private volatile bool _cut;

    /// <summary>Breaks every connection to a circuit and refuses new ones.</summary>
    public void Cut()
    {
        _cut = true;
        foreach (var context in _open.Keys)
            context.Abort();
    }

    public void Mend() => _cut = false;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(CarryAsync);
        next(app);
    };

    private async Task CarryAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        if (_cut)
        {
            context.Abort();
            return;
        }

        _open.TryAdd(context, 0);
        try
        {
            await next(context);
        }
        finally
        {
            _open.TryRemove(context, out _);
        }
    }
}
