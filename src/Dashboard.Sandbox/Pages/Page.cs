using System.Net;
using System.Text;

namespace Dashboard.Sandbox.Pages;

/// <summary>The frame of the sandbox's own pages: plain HTML, no script, light or dark as the reader prefers.</summary>
internal static class Page
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1c1b22;--quiet:#55535f;--ground:#f4f3f8;--card:#fff;--line:#d9d6e4;--accent:#5b2bd9;--on-accent:#fff}
        @media (prefers-color-scheme:dark){:root{--ink:#f1eff8;--quiet:#b8b4c7;--ground:#16141d;--card:#211e2b;--line:#3b3748;--accent:#b79cff;--on-accent:#1b1035}}
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
        main{width:min(100%,32rem);background:var(--card);border:1px solid var(--line);border-radius:16px;padding:32px}
        h1{margin:0 0 8px;font-size:1.5rem;line-height:1.2}h2{margin:24px 0 8px;font-size:1rem}
        p{margin:0 0 16px}.quiet{color:var(--quiet);font-size:.875rem}
        .label{display:inline-block;margin-bottom:16px;padding:2px 10px;border:1px solid var(--line);border-radius:999px;font-size:.8125rem;color:var(--quiet)}
        ul{list-style:none;margin:0 0 16px;padding:0;display:grid;gap:8px}
        button{display:flex;gap:14px;align-items:center;width:100%;padding:12px;text-align:left;font:inherit;color:inherit;background:none;border:1px solid var(--line);border-radius:12px;cursor:pointer}
        button:hover{border-color:var(--accent)}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        button b,button small{display:block}button small{color:var(--quiet);overflow-wrap:anywhere}
        .initials{flex:none;display:grid;place-items:center;width:40px;height:40px;border-radius:50%;background:var(--accent);color:var(--on-accent);font-weight:600}
        code{font:.875rem ui-monospace,monospace;overflow-wrap:anywhere;user-select:all}a{color:var(--accent)}
        """;

    /// <param name="title">The heading, as plain text.</param>
    /// <param name="markup">What follows it; whoever makes it has encoded it.</param>
    public static IResult Show(string title, string markup) => Results.Content(
        $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{Text(title)}</title><link rel="icon" href="data:,"><style>{Style}</style></head>
        <body><main><span class="label">Sandbox, not Make</span><h1>{Text(title)}</h1>{markup}</main></body>
        </html>
        """,
        "text/html",
        Encoding.UTF8);

    /// <summary>Encodes plain text for markup and for quoted attributes.</summary>
    public static string Text(string plain) => WebUtility.HtmlEncode(plain);
}
