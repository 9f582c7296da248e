using System.Net;

namespace Dashboard.Web.Tests.Hosting;

internal sealed class LineRefusedException(HttpStatusCode status) : Exception($"The server answered {status}.")
{
    public HttpStatusCode Status => status;
}
