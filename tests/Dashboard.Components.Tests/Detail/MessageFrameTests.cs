using Bunit;
using Dashboard.Web.Components;
using Dashboard.Web.Components.Detail;
using Dashboard.Web.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Components.Tests.Detail;

public class MessageFrameTests : BunitContext
{
    private const string Module = "./Components/Detail/MessageFrame.razor.js";

    private static readonly string Document = MessageDocument.Build(
        new ReadableBody
        {
            Html = "<p title=\"a&quot;\">x</p>",
            Text = "x",
            Source = "x",
            Shown = BodyShape.Html,
            Notice = null,
            Parts = [],
            Details = [],
        },
        new MessageTheme("#fff", "#000", "#00f", "#eee", Dark: false),
        asText: false);

    public MessageFrameTests() => Services.AddScoped<ScriptModules>();

    [Fact]
    public void Frame_runs_nothing_and_leads_nowhere()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;

        var frame = Render<MessageFrame>(parameters => parameters.Add(component => component.Document, Document)).Find("iframe");

        Assert.Equal("allow-same-origin allow-popups allow-popups-to-escape-sandbox", frame.GetAttribute("sandbox"));
        Assert.Equal("no-referrer", frame.GetAttribute("referrerpolicy"));
        Assert.StartsWith(MessageDocument.Policy, frame.GetAttribute("srcdoc"), StringComparison.Ordinal);
        Assert.Equal(Document, frame.GetAttribute("srcdoc"));
        Assert.False(frame.HasAttribute("src"));
    }

    [Theory]
    [InlineData(null, "Message")]
    [InlineData("Message from Make", "Message from Make")]
    public void Frame_has_a_name(string? title, string expected)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;

        var frame = Render<MessageFrame>(parameters =>
        {
            parameters.Add(component => component.Document, Document);
            if (title is not null) parameters.Add(component => component.Title, title);
        }).Find("iframe");

        Assert.Equal(expected, frame.GetAttribute("title"));
    }

    [Fact]
    public async Task Frame_is_followed_while_it_is_shown()
    {
        var module = JSInterop.SetupModule(Module);
        var attachment = module.SetupModule("attach", _ => true);
        attachment.SetupVoid("dispose").SetVoidResult();

        Render<MessageFrame>(parameters => parameters.Add(component => component.Document, Document));
        Assert.Empty(attachment.Invocations["dispose"]);

        await DisposeComponentsAsync();
        Assert.Single(attachment.Invocations["dispose"]);
    }
}
