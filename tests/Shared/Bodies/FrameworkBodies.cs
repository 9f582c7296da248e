namespace Dashboard.Testing;

/// <summary>Comments, attributes and elements that the framework takes for its own.</summary>
internal static class FrameworkBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("component marker", "the start script looks for components in comments", "<!--Blazor:{\"type\":\"server\",\"sequence\":0,\"descriptor\":\"stolen\"}-->"),
        ("malformed component marker", "throws in the start script", "<!--Blazor:{\"type\":-->"),
        ("component marker with an end", "a component of its own", "<!--Blazor:{\"prerenderId\":\"0\",\"type\":\"server\",\"sequence\":0,\"descriptor\":\"x\"}--><p>A marker</p><!--Blazor:{\"prerenderId\":\"0\"}-->"),
        ("client component marker", "asks for another kind", "<!--Blazor:{\"type\":\"webassembly\",\"assembly\":\"Evil\",\"typeName\":\"Evil.Component\",\"parameterDefinitions\":\"W10=\",\"parameterValues\":\"W10=\"}-->"),
        ("state of the server", "what the server has stored", "<!--Blazor-Server-Component-State:CfDJ8stolen-->"),
        ("state of the client", "what the client has stored", "<!--Blazor-WebAssembly-Component-State:e30=-->"),
        ("settings of the client", "where it starts", "<!--Blazor-WebAssembly:{\"environmentName\":\"Development\"}-->"),
        ("initializers", "modules that are imported at the start", "<!--Blazor-Web-Initializers:WyIvc3RvbGVuLmpzIl0=-->"),
        ("streamed part", "replaces a part of the page", "<blazor-ssr><template blazor-component-id=1>x</template><blazor-ssr-end></blazor-ssr-end></blazor-ssr>"),
        ("markers of parts", "where a streamed part begins and ends", "<p>a<!--bl:1-->b<!--/bl:1--></p><!--bl-root--><p>x</p><!--/bl-root-->"),
        ("navigation by the framework", "what a streamed page may ask for", "<blazor-ssr><template type=redirection from=x>/stolen</template></blazor-ssr><template type=not-found>/stolen</template>"),
        ("error by the framework", "writes over the whole page", "<blazor-ssr><template type=error>canary</template></blazor-ssr>"),
        ("reference attributes", "what the framework finds elements by", "<p _bl_1='' _bl_2 _blazorselect _blazorfileInputFileId=1 b-abc123>x</p>"),
        ("event attributes of the framework", "what its handlers are called in source", "<p @onclick=canary() blazor:onclick=1 onclick:preventdefault onclick:stopPropagation>x</p>"),
        ("enhanced form", "sent by the framework's script", "<form data-enhance method=post action=/stolen @formname=x><input type=hidden name=_handler value=x><button>x</button></form>"),
        ("antiforgery field", "what a form of the portal's carries", "<input type=hidden name=__RequestVerificationToken value=stolen>"),
        ("comment that ends oddly", "ends with an exclamation mark too", "<!-- --!><img src=x onerror=canary()> -->"),
        ("comment that ends at once", "is over before it begins", "<!--><img src=x onerror=canary()>-->"),
        ("comment that ends almost at once", "and another", "<!---><script>canary()</script>-->"),
        ("comment without an end", "swallows the rest", "a<!-- <b>never ended"),
        ("comment within a comment", "the first end counts", "<!-- <!-- --><img src=x onerror=canary()> -->"),
        ("conditional comment", "read by browsers of old", "<!--[if IE]><script>canary()</script><![endif]--><![if !IE]><img src=x onerror=canary()><![endif]>"),
        ("false comment", "what only looks like a comment is one", "<!Blazor:x><p>x</p></ Blazor:x><?Blazor:x?>"),
        ("server includes", "run by a server that reads them", "<!--#include virtual=\"/etc/passwd\"--><!--#exec cmd=\"id\"--><%= 7*7 %><?php canary() ?>"),
        ("template text", "run by a page that reads it", "{{constructor.constructor('canary()')()}} ${canary()} #{canary()} @canary() {{{canary()}}} <p v-html=canary() x-init=canary() ng-app ng-init=canary() hx-get=/stolen hx-trigger=load>x</p>"),
    ];
}
