using Dashboard.Web.Inbox.Query;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Search;

/// <summary>What can be typed: the same on every page, so written once.</summary>
public sealed partial class QueryBox
{
    private static readonly MarkupString Help = new($"""
        <table>
          <thead><tr><th scope="col">Type</th><th scope="col">to find</th></tr></thead>
          <tbody>
            <tr><td><code>timeout "rate limit"</code></td><td>words and phrases in the subject, all of them</td></tr>
            {string.Concat(FilterName.All.Select(filter => $"<tr><td><code>{HtmlText.Encode(filter.Example)}</code></td><td>{HtmlText.Encode(filter.Purpose)}</td></tr>"))}
            <tr><td><code>-is:read</code></td><td>what is not so; <code>NOT</code> does the same</td></tr>
            <tr><td><code>timeout OR zone:eu1</code></td><td>either; conditions side by side bind closer</td></tr>
            <tr><td><code>(a OR b) c</code></td><td>parentheses group</td></tr>
            <tr><td><code>/rate (limit|cap)/</code></td><td>a regular expression in the subject, without look-around and back references</td></tr>
          </tbody>
        </table>
        """);
}
