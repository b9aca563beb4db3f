using System;
using System.Threading.Tasks;
using Moq;
using PicsOnefile.Core.Tests.Qualifications;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Review;
using PicsOnefile.Runs;
using Xunit;
using static PicsOnefile.Core.Tests.Review.ReviewFolder;

namespace PicsOnefile.Core.Tests.Review;

public sealed class ReviewServiceTests : IDisposable
{
    private readonly ReviewFolder _folder = new();
    private readonly TwoSystems _systems = new();

    public ReviewServiceTests()
    {
        _systems.PicsWeb.Setup(picsWeb => picsWeb.CanRead(PicsWebOperation.OfficersList)).Returns(true);
        _systems
            .PicsWeb.Setup(picsWeb => picsWeb.GetOfficersAsync(It.IsAny<RunContext>()))
            .ReturnsAsync([
                new Officer
                {
                    OfficerIdent = "0077",
                    FirstName = "Ann",
                    Surname = "Lee",
                },
            ]);
    }

    [Fact]
    public async Task A_typed_Ident_is_looked_up_in_PICSWeb()
    {
        _folder.Write(Pair(ident: null)).Type("OtherId", "77");

        var row = Assert.IsType<OfficerReviewRow>(Assert.Single((await Read()).Rows));

        Assert.Equal(("0077", "Ann Lee"), (row.OfficerIdent, row.OfficerName));
    }

    [Fact]
    public async Task A_typed_Ident_is_taken_as_it_is_where_PICSWeb_cannot_be_read()
    {
        _systems.PicsWeb.Setup(picsWeb => picsWeb.CanRead(PicsWebOperation.OfficersList)).Returns(false);
        _folder.Write(Pair(ident: null)).Type("OtherId", "77");

        Assert.Equal("77", Assert.IsType<OfficerReviewRow>(Assert.Single((await Read()).Rows)).OfficerIdent);
    }

    [Fact]
    public async Task Without_a_typed_ID_neither_system_is_asked()
    {
        _folder.Write(Pair()).Type("Decision", "Accept");

        Assert.Single((await Read()).Rows);

        _systems.PicsWeb.Verify(picsWeb => picsWeb.GetOfficersAsync(It.IsAny<RunContext>()), Times.Never);
        _systems.Onefile.Verify(onefile => onefile.GetCentresAsync(It.IsAny<PicsOnefile.Onefile.OnefileCustomer>(), It.IsAny<RunContext>()), Times.Never);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _systems.Dispose();
    }

    private Task<ReviewReading> Read() => _systems.Session.Reviews.ReadAsync(_folder.Path, Freshness.WhenOld, _systems.Run);
}
