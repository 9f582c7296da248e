using Microsoft.Playwright;

namespace Dashboard.E2E.Bodies;

/// <summary>Looks at the page and at the message in it, in the browser, for what a body may have done to either.</summary>
internal sealed class MessageProbe(IPage page)
{
    /// <summary>Defines what scripts of a body call, in every frame before anything else: it is heard on the console.</summary>
    public const string Canary = "window.canary = () => console.error('canary');";

    /// <summary>What is found where the frame no longer shows the message's document.</summary>
    public const string FrameGone = "takes the frame elsewhere";

    // In the page itself: hundreds of messages are walked through, and a round trip to the browser costs more than most of them.
    private const string Waiting =
        """
        async ([subject, next]) => {
          if (next) document.querySelector('article button[aria-label="Next notification"]').click();
          const isThere = () => {
            const article = document.querySelector('article');
            if (article?.querySelector('h1')?.textContent !== subject) return false;
            const inner = article.querySelector('iframe')?.contentDocument;
            return inner?.readyState === 'complete' && inner.URL === 'about:srcdoc';
          };
          for (const end = performance.now() + 30000; !isThere(); await new Promise(done => setTimeout(done, 5)))
            if (performance.now() > end) throw new Error(`No message under '${subject}' but '${document.querySelector('article h1')?.textContent}'`);
        }
        """;

    /// <summary>Keeps the page's own things, to be compared with later.</summary>
    public Task RememberAsync() => page.EvaluateAsync(
        """
        () => {
          const names = ['getElementById', 'querySelector', 'body', 'head', 'documentElement', 'defaultView', 'forms', 'location', 'firstChild', 'baseURI'];
          window.remembered = {
            ids: [...document.querySelectorAll('[id]')].filter(one => !one.closest('article, [role=grid]')),
            document: names.map(name => [name, document[name]]),
            window: ['Blazor', 'location', 'app', 'x', 'mudPopover', 'mudElementRef', 'mudScrollManager', 'config'].map(name => [name, window[name]]),
            cookie: typeof document.cookie,
            path: location.pathname,
          };
        }
        """);

    /// <summary>Waits until the message under this subject has been loaded into its frame.</summary>
    public Task WaitAsync(string subject) => page.EvaluateAsync(Waiting, new object[] { subject, false });

    /// <summary>Goes on to the next notification by the button for it, and waits for the message under this subject.</summary>
    public Task NextAsync(string subject) => page.EvaluateAsync(Waiting, new object[] { subject, true });

    /// <summary>What the body has done to the page, in words; nothing where all is as it should be.</summary>
    public Task<string[]> LookAsync() => page.EvaluateAsync<string[]>(
        """
        () => {
          const found = [], known = window.remembered;
          const article = document.querySelector('article'), frame = article.querySelector('iframe');
          for (const control of document.querySelectorAll('header a, header button, header summary, nav a, [role=toolbar] button, article button, article a, article h1')) {
            if (!control.checkVisibility() || control.matches(':disabled')) continue;
            const box = control.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
            if (box.width === 0 || x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
            const top = document.elementFromPoint(x, y);
            if (!control.contains(top)) found.push(`covers ${control.outerHTML.slice(0, 90)} with ${top?.outerHTML.slice(0, 90)}`);
          }
          for (const one of known.ids)
            if (one.isConnected && document.getElementById(one.id) !== one) found.push(`takes the id ${one.id}`);
          if (document.querySelectorAll('#notification-subject').length !== 1) found.push('takes the id notification-subject');
          for (const [name, value] of known.document)
            if (document[name] !== value) found.push(`changes document.${name}`);
          for (const [name, value] of known.window)
            if (window[name] !== value) found.push(`changes window.${name}`);
          if (typeof document.cookie !== known.cookie) found.push('changes document.cookie');
          if (location.pathname !== known.path) found.push(`takes the page to ${location.pathname}`);
          if (window.length !== 1) found.push(`adds ${window.length - 1} frames to the page`);
          if (document.documentElement.scrollWidth > innerWidth + 1) found.push(`makes the page ${document.documentElement.scrollWidth} pixels wide`);
          if (frame.contentDocument?.URL !== 'about:srcdoc') found.push('takes the frame elsewhere');
          const box = frame.getBoundingClientRect(), around = article.getBoundingClientRect();
          if (box.left < around.left - 1 || box.right > around.right + 1 || box.top < around.top) found.push('moves the frame out of its place');
          return found;
        }
        """);

    /// <summary>What in the message's own document is not on the list of what a message may consist of, as the browser reads it.</summary>
    public Task<string[]> ReadAsync() => page.EvaluateAsync<string[]>(
        """
        () => {
          const tags = new Set(('p br hr div blockquote h1 h2 h3 h4 h5 h6 span strong b em i u s small sub sup del ins mark abbr time q '
            + 'code pre kbd samp ul ol li dl dt dd table caption thead tbody tfoot tr td th a').split(' '));
          const attributes = { a: ['href', 'rel', 'target', 'title'], abbr: ['title'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] };
          const inner = document.querySelector('article iframe').contentDocument, found = [];
          const heads = [...inner.head.children].map(one => one.localName).join(' ');
          if (heads !== 'meta meta base style') found.push(`has a head of ${heads}`);
          if (inner.defaultView.length !== 0) found.push('has frames');
          const walk = inner.createTreeWalker(inner.body);
          while (walk.nextNode()) {
            const node = walk.currentNode;
            if (node.nodeType === Node.TEXT_NODE) continue;
            if (node.nodeType !== Node.ELEMENT_NODE || !tags.has(node.localName) || node.namespaceURI !== 'http://www.w3.org/1999/xhtml') {
              found.push(`leaves ${node.nodeName}`);
              continue;
            }
            const note = node.matches('a[href] + span.leads-to[role=note]') ? ['class', 'role'] : [];
            for (const one of node.attributes)
              if (!(attributes[node.localName] ?? []).concat(note).includes(one.name)) found.push(`leaves ${node.localName} with ${one.name}`);
            if (node.localName === 'a' && node.hasAttribute('href')) {
              if (!['http:', 'https:', 'mailto:'].includes(node.protocol)) found.push(`leaves a link to ${node.protocol}`);
              if (node.username || node.host === location.host) found.push(`leaves a link to ${node.href}`);
              if (node.protocol !== 'mailto:' && !node.host.startsWith('[') && !node.host.endsWith('.make.example') && !node.nextElementSibling?.textContent.includes(` opens ${node.host}`))
                found.push(`does not say that a link opens ${node.host}`);
            }
          }
          return found;
        }
        """);

    /// <summary>
    /// Does in the message what its reader might: moves over everything and clicks everything but links that open another tab, which a
    /// browser does with an address of any kind as if it had been typed there. Links that are code are clicked wherever they lead.
    /// </summary>
    public Task ActAsync() => page.EvaluateAsync(
        """
        async () => {
          const inner = document.querySelector('article iframe').contentDocument;
          const all = [...inner.querySelectorAll('*')].slice(0, 300);
          for (const one of all) {
            for (const name of ['pointerenter', 'mouseover', 'focus', 'scrollend', 'animationend']) one.dispatchEvent(new Event(name, { bubbles: name !== 'focus' }));
            const link = one.closest('a[href], area[href]');
            const stays = !link || ['_self', '_top', '_parent'].includes(link.target) || link.protocol === 'javascript:';
            if (stays && typeof one.click === 'function') one.click();
          }
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        }
        """);

    /// <summary>What a reader has before them: the words, lists, code and links of HTML that is shown, and of HTML as it was meant.</summary>
    public async Task<(string Meant, string Shown)> CompareAsync(string meant)
    {
        var both = await page.EvaluateAsync<string[]>(
            """
            meant => {
              const shown = document.querySelector('article iframe').contentDocument.body.cloneNode(true);
              shown.querySelectorAll('[role=note]').forEach(note => note.remove());
              const told = root => JSON.stringify({
                text: root.textContent,
                parts: Object.fromEntries(['li', 'code', 'pre', 'td', 'th', 'dt', 'dd', 'h1', 'strong'].map(tag => [tag, [...root.querySelectorAll(tag)].map(one => one.textContent)])),
                nested: [...root.querySelectorAll('li')].map(one => one.querySelectorAll('li').length),
                links: [...root.querySelectorAll('a')].map(link => [link.href, link.textContent]),
              }, null, 1);
              return [told(new DOMParser().parseFromString(meant, 'text/html').body), told(shown)];
            }
            """,
            meant);
        return (both[0], both[1]);
    }
}
