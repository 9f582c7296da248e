using System.Text.Json.Serialization;

namespace Dashboard.Client.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(NotificationPage))]
[JsonSerializable(typeof(NotificationAnswer))]
[JsonSerializable(typeof(NotificationIdsAnswer))]
[JsonSerializable(typeof(ImtZonesAnswer))]
[JsonSerializable(typeof(UnreadNotifications))]
[JsonSerializable(typeof(UserAnswer))]
[JsonSerializable(typeof(AuthorizationAnswer))]
[JsonSerializable(typeof(OrganizationsAnswer))]
[JsonSerializable(typeof(OrganizationAnswer))]
[JsonSerializable(typeof(NotificationIds))]
internal sealed partial class MakeJson : JsonSerializerContext;
