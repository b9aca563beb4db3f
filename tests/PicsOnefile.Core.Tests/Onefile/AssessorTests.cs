using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Onefile;
using Xunit;

namespace PicsOnefile.Core.Tests.Onefile;

public sealed class AssessorTests : IDisposable
{
    private readonly OnefileStandIn _onefile = new();

    public void Dispose() => _onefile.Dispose();

    [Fact]
    public async Task Assessors_and_trainee_assessors_are_two_searches_and_whoever_is_both_comes_once()
    {
        _onefile
            .On("POST /User/Search/1/100", request =>
                request.Body.Contains("\"Role\":5", StringComparison.Ordinal) ? OnefileStandIn.Rows("1", "2") : OnefileStandIn.Rows("2", "3")
            )
            .On("POST /User/Search/2/100", "", 204);

        var assessors = await OnefileStandIn.DrainAsync(_onefile.Client.SearchAssessorsAsync(OnefileStandIn.Centre, AssessorFilter.None, _onefile.Run));

        Assert.Equal(["1:5", "2:5", "3:4"], assessors.Select(assessor => $"{assessor.AssessorId}:{assessor.Role}"));
        Assert.All(assessors, assessor => Assert.Equal(("7", "North"), (assessor.CentreId, assessor.CentreName)));
    }

    [Fact]
    public async Task The_servers_own_filters_are_used_where_they_are_asked_for()
    {
        _onefile.On("POST /User/Search/1/100", "", 204);

        await OnefileStandIn.DrainAsync(
            _onefile.Client.SearchAssessorsAsync(OnefileStandIn.Centre, new AssessorFilter(LastName: "O'Neil", Email: "a@b.example"), _onefile.Run)
        );

        Assert.Equal("""{"Role":5,"OrganisationID":7,"LastName":"O'Neil","Email":"a@b.example"}""", _onefile.Server.Requests[0].Body);
    }

    [Fact]
    public async Task A_row_is_read_whatever_the_letter_case_of_its_properties()
    {
        Assessor assessor = await _onefile.AssessorAsync("""{"id":"17","firstname":" Änne ","LASTNAME":"Roe","misid":204,"Unknown":{"a":[1]}}""");

        Assert.Equal(("17", "Änne", "Roe", "204"), (assessor.AssessorId, assessor.FirstName, assessor.LastName, assessor.MisId));
        Assert.Null(assessor.Email);
        Assert.Null(assessor.DetailsReadAt);
    }

    [Theory]
    [InlineData("""  "Archived":true  """, true)]
    [InlineData("""  "Archived":false  """, false)]
    [InlineData("""  "Archived":"True"  """, true)]
    [InlineData("""  "IsArchived":1  """, true)]
    [InlineData("""  "isArchived":"0"  """, false)]
    [InlineData("""  "Status":"Archived"  """, true)]
    [InlineData("""  "Status":"active"  """, false)]
    [InlineData("""  "Status":"Inactive"  """, true)]
    [InlineData("""  "Status":"On leave"  """, null)]
    [InlineData("""  "Status":3  """, null)]
    [InlineData("""  "Active":true  """, false)]
    [InlineData("""  "Active":"N"  """, true)]
    [InlineData("""  "Archived":null  """, null)]
    [InlineData("""  "Archived":{"Value":true}  """, null)]
    [InlineData("""  "Archived":false,"Status":"Archived"  """, true)]
    [InlineData("""  "Other":true  """, null)]
    public async Task Archived_is_read_from_every_form_of_the_flag_and_unknown_without_one(string property, bool? archived)
    {
        Assessor assessor = await _onefile.AssessorAsync($$"""{"ID":1,{{property}}}""");

        Assert.Equal(archived, assessor.Archived);
    }

    [Fact]
    public async Task Details_add_to_the_row_and_what_they_do_not_name_is_kept_from_it()
    {
        _onefile.On(
            "GET /User/17",
            """{"ID":17,"Username":"aroe","FirstName":"Ann","LastName":"Roe","Email":"ann@b.example","MobileNumber":"07700 """
                + """900123","LastModified":"2022-02-23T12:49:33.150Z"}"""
        );
        var row = new Assessor
        {
            AssessorId = "17",
            FirstName = "Anne",
            MisId = "204",
            Role = 4,
            CentreId = "7",
            CentreName = "North",
            Archived = true,
        };

        Assessor? assessor = await _onefile.Client.GetAssessorAsync(row, _onefile.Run);

        Assert.Equal(
            row with
            {
                FirstName = "Ann",
                LastName = "Roe",
                Email = "ann@b.example",
                Telephone = "07700 900123",
                LastModified = new DateTimeOffset(2022, 2, 23, 12, 49, 33, 150, TimeSpan.Zero),
                DetailsReadAt = _onefile.Clock.GetUtcNow(),
            },
            assessor
        );
    }

    [Fact]
    public async Task A_value_that_was_cleared_is_not_kept_from_the_row()
    {
        _onefile.On("GET /User/17", """{"ID":17,"MISID":""}""");

        Assessor? assessor = await _onefile.Client.GetAssessorAsync(new Assessor { AssessorId = "17", MisId = "204" }, _onefile.Run);

        Assert.Null(assessor!.MisId);
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(404, "Not found")]
    [InlineData(204, "")]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    public async Task An_account_that_Onefile_does_not_have_is_null(int status, string body)
    {
        _onefile.On("GET /User/17", body, status);

        Assert.Null(await _onefile.Client.GetAssessorAsync(new Assessor { AssessorId = "17" }, _onefile.Run));
    }

    [Theory]
    [InlineData("""{"ID":18,"FirstName":"Somebody else"}""")]
    [InlineData("""{"Message":"An error has occurred."}""")]
    [InlineData("""[{"ID":17}]""")]
    [InlineData("\"17\"")]
    public async Task An_answer_that_is_not_the_record_asked_for_is_refused(string body)
    {
        _onefile.On("GET /User/17", body);

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() =>
            _onefile.Client.GetAssessorAsync(new Assessor { AssessorId = "17" }, _onefile.Run)
        );

        Assert.Equal(ErrorKinds.AnswerUnreadable, failure.Kind);
    }

    [Fact]
    public async Task An_ID_cannot_lead_to_another_route()
    {
        await _onefile.Client.GetAssessorAsync(new Assessor { AssessorId = "../Placement/5?x=1" }, _onefile.Run);

        Assert.Equal("GET /User/..%2FPlacement%2F5%3Fx%3D1", Assert.Single(_onefile.Server.Calls));
    }

    [Theory]
    [InlineData("not a date")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("99999-01-01")]
    public async Task A_date_that_is_none_is_unknown(string text)
    {
        Assessor assessor = await _onefile.AssessorAsync($$"""{"ID":1,"LastModified":"{{text}}"}""");

        Assert.Null(assessor.LastModified);
    }

    [Fact]
    public async Task A_hostile_name_is_cut_and_cannot_steer_a_terminal()
    {
        string name = new('x', 1_000_000);

        Assessor assessor = await _onefile.AssessorAsync($$"""{"ID":1,"FirstName":"\u001b[31mAnn\u202e","LastName":"{{name}}"}""");

        Assert.Equal("[31mAnn", assessor.FirstName);
        Assert.InRange(assessor.LastName!.Length, 900, 1100);
    }
}
