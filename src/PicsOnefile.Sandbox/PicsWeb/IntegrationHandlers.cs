using System.Linq;
using System.Text.Json.Nodes;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.Wire;

namespace PicsOnefile.Sandbox.PicsWeb;

/// <summary>PICSWeb's sign-in and the settings of its Onefile integration.</summary>
public static class IntegrationHandlers
{
    private static readonly string[] VisitTypes = ["Not Specified", "Remote Session", "Face to Face"];

    public static WireResponse Authenticate(PicsWebCall call)
    {
        var credentials = call.Twin.Credentials;
        if (call.Body.Text("username") != credentials.ApiUser || call.Body.Raw("password") != credentials.ApiPassword)
            return PicsWebErrors.WrongPassword;
        var token = call.Twin.PicsWebSessions.Make();
        return call.Switches.AuthenticationAnswer switch
        {
            AuthenticationAnswer.Plain => WireResponse.Text(200, token),
            AuthenticationAnswer.Quoted => WireResponse.Json(token),
            AuthenticationAnswer.AccessToken => WireResponse.Json(new JsonObject { ["accessToken"] = token, ["expiresIn"] = 86_400 }),
            _ => WireResponse.Json(new JsonObject { ["token"] = token }),
        };
    }

    public static WireResponse Get(PicsWebCall call) => Answer(call);

    public static WireResponse Update(PicsWebCall call)
    {
        var settings = call.World.Integration;
        if ((PicsWebRecords.Integration.Crossed(call, settings) ?? PicsWebRecords.Integration.Unreadable(call)) is { } refusal)
            return refusal;
        string environment = call.Body.Text("environment"),
            visitType = call.Body.Text("visitType");
        if (environment.Length > 0 && !Credentials.Environments.Contains(environment))
            return PicsWebErrors.Bad("The environment must be Live, Beta or Practice.");
        if (visitType.Length > 0 && !VisitTypes.Contains(visitType))
            return PicsWebErrors.Bad($"The visit type must be one of: {string.Join(", ", VisitTypes)}.");
        PicsWebRecords.Integration.Write(call, "onefile", settings, call.Switches.PartialPut);

        // The token cannot be read, so no client can send it back: leaving it out keeps it, whatever the switch says of other fields.
        if (call.Body.Has("customerToken"))
            settings.CustomerToken = call.Body.Text("customerToken");
        if (call.Twin.Connection.IsGood)
            call.Twin.Connection.RefreshQualificationLinks();
        return Answer(call);
    }

    public static WireResponse RefreshQualificationLinks(PicsWebCall call) =>
        call.Twin.Connection.RefreshQualificationLinks()
            ? WireResponse.Nothing
            : PicsWebErrors.Bad("OneFile could not be reached with the customer token and environment of the settings.");

    private static WireResponse Answer(PicsWebCall call)
    {
        var answer = PicsWebRecords.Integration.One(call.World.Integration, call.Switches);
        var json = JsonNode.Parse(answer.Body!)!.AsObject();
        json["connectionTest"] = call.Twin.Connection.Test();
        return WireResponse.Json(json) with { Headers = answer.Headers };
    }
}
