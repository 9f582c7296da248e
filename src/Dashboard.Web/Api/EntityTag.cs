using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Api;

/// <summary>Names what is answered by its content, so that a script that asks again with <c>If-None-Match</c> is told 304 where nothing has changed.</summary>
internal static class EntityTag
{
    /// <summary>For every question of the group.</summary>
    public static RouteGroupBuilder WithEntityTags(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<HttpMethodMetadata>().Any(metadata => metadata.HttpMethods.Contains(HttpMethods.Get)))
                endpoint.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
        });
        return group.AddEndpointFilter(async (context, next) =>
        {
            var answer = await next(context);
            if (!HttpMethods.IsGet(context.HttpContext.Request.Method))
                return answer;
            var result = answer is INestedHttpResult nested ? nested.Result : answer;
            if (result is not IValueHttpResult { Value: { } value } || (result as IStatusCodeHttpResult)?.StatusCode != StatusCodes.Status200OK)
                return answer;
            var json = context.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            var content = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), json);
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"");
            return TypedResults.Bytes(content, "application/json; charset=utf-8", entityTag: tag);
        });
    }
}
