using System.Threading.Tasks;
using PicsOnefile.PicsWeb;
using PicsOnefile.PicsWeb.Api;
using Xunit;
using static PicsOnefile.OperationAvailability;

namespace PicsOnefile.Core.Tests.PicsWeb.Api;

public class OpenApiCheckTests
{
    private const string DocumentRoute = "GET /app/api/swagger/v1/swagger.json";

    [Fact]
    public async Task Each_operation_is_available_or_missing_as_the_document_says()
    {
        var web = new FakePicsWeb().Documents("GET /API/v1/Officers", "GET /api/v1/officers/{officerId}", "GET /api/v1/organisations");

        var operations = await web.Api().CheckAsync(web.Run);

        Assert.Equal(Available, operations[PicsWebOperation.Authenticate]);
        Assert.Equal(Available, operations[PicsWebOperation.OfficersList]);
        Assert.Equal(Available, operations[PicsWebOperation.OfficersGet]);
        Assert.Equal(Missing, operations[PicsWebOperation.OfficersUpdate]);
        Assert.Equal(Missing, operations[PicsWebOperation.OrganisationsGet]);
        Assert.Equal(Missing, operations[PicsWebOperation.IntegrationUpdate]);
    }

    [Theory]
    [InlineData("""{ "swagger": "2.0", "basePath": "/api/v1", "paths": { "/officers/{x}": { "put": {} } } }""")]
    [InlineData("""{ "openapi": "3.0.0", "servers": [{ "url": "https://tenant.example/api/v1" }], "paths": { "/officers/{x}": { "put": {} } } }""")]
    [InlineData("""{ "openapi": "3.0.0", "servers": [{ "url": "/app" }, { "url": "/api/v1/" }], "paths": { "/officers/{x}": { "put": {} } } }""")]
    [InlineData("""{ "openapi": "3.0.0", "paths": { "/officers/{x}": { "PUT": {} } } }""")]
    [InlineData("""{ "openapi": "3.0.0", "paths": { "/tenant/api/v1/officers/{x}/": { "put": {} } } }""")]
    public void A_route_is_found_wherever_the_document_lets_its_paths_begin(string json)
    {
        var document = OpenApiDocument.TryRead(json)!;

        Assert.True(document.Has("PUT", "officers/{id}", "/api/v1"));
        Assert.False(document.Has("GET", "officers/{id}", "/api/v1"));
        Assert.False(document.Has("PUT", "officers", "/api/v1"));
        Assert.False(document.Has("PUT", "organisations/{id}", "/api/v1"));
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(401, "")]
    [InlineData(403, "no")]
    [InlineData(302, "")]
    [InlineData(500, "")]
    [InlineData(200, "<html>sign in</html>")]
    [InlineData(200, """{ "hello": "world" }""")]
    public async Task Without_a_document_everything_but_the_sign_in_is_unverified(int status, string body)
    {
        var web = new FakePicsWeb().On(DocumentRoute, _ => new Reply(status, body));

        var operations = await web.Api().CheckAsync(web.Run);

        Assert.All(operations, pair => Assert.Equal(pair.Key == PicsWebOperation.Authenticate ? Available : Unverified, pair.Value));
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(405, "")]
    [InlineData(200, "<!DOCTYPE html>")]
    public async Task A_tenant_without_the_API_offers_nothing(int status, string body)
    {
        var web = new FakePicsWeb().On("POST /api/v1/Authentication", _ => new Reply(status, body));

        var operations = await web.Api().CheckAsync(web.Run);

        Assert.All(operations.Values, state => Assert.Equal(Missing, state));
    }

    [Fact]
    public async Task What_the_map_says_the_tenant_does_not_have_is_missing_without_a_document_too()
    {
        var web = new FakePicsWeb();

        var operations = await web.Api("""{ "operations": { "qualifications.create": null } }""").CheckAsync(web.Run);

        Assert.Equal(Missing, operations[PicsWebOperation.QualificationsCreate]);
        Assert.Equal(Unverified, operations[PicsWebOperation.QualificationsUpdate]);
    }
}
