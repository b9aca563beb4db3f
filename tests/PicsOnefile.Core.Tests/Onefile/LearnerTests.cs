using System;
using System.Threading.Tasks;
using PicsOnefile.Onefile;
using Xunit;

namespace PicsOnefile.Core.Tests.Onefile;

public sealed class LearnerTests : IDisposable
{
    private readonly OnefileStandIn _onefile = new();

    public void Dispose() => _onefile.Dispose();

    [Fact]
    public async Task Learners_are_searched_by_their_role_in_one_centre()
    {
        _onefile
            .On("POST /User/Search/1/100", """[{"ID":41,"FirstName":"Meg","LastName":"Pugh","MISID":"L1","Archived":true}]""")
            .On("POST /User/Search/2/100", "", 204);

        var learner = Assert.Single(await OnefileStandIn.DrainAsync(_onefile.Client.SearchLearnersAsync(OnefileStandIn.Centre, _onefile.Run)));

        Assert.Equal(
            new OnefileLearner
            {
                OnefileId = "41",
                FirstName = "Meg",
                LastName = "Pugh",
                MisId = "L1",
                CentreId = "7",
                Archived = true,
            },
            learner
        );
        Assert.Equal("""{"Role":1,"OrganisationID":7}""", _onefile.Server.Requests[0].Body);
    }

    [Theory]
    [InlineData("2006-07-14T23:00:00.000Z", 15)]
    [InlineData("2006-07-15T00:00:00Z", 15)]
    [InlineData("2006-07-15", 15)]
    [InlineData("2006-07-15T23:30:00Z", 15)]
    [InlineData("2006-07-15T23:59:59Z", 15)]
    [InlineData("2006-07-15T00:00:00+05:00", 15)]
    public async Task A_date_of_birth_is_the_day_that_was_meant_in_summer_too(string written, int day)
    {
        _onefile.On("GET /User/41", $$"""{"ID":41,"ULN":"1000000001","DateOfBirth":"{{written}}"}""");

        var learner = await _onefile.Client.GetLearnerAsync(new OnefileLearner { OnefileId = "41", FirstName = "Meg" }, _onefile.Run);

        Assert.Equal(("Meg", "1000000001", new DateTime(2006, 7, day)), (learner!.FirstName, learner.Uln, learner.DateOfBirth));
    }

    [Fact]
    public async Task A_learner_who_is_gone_is_null() =>
        Assert.Null(await _onefile.Client.GetLearnerAsync(new OnefileLearner { OnefileId = "41" }, _onefile.Run));
}
