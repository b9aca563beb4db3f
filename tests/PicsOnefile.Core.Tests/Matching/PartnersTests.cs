using PicsOnefile.Matching.Classification;
using Xunit;

namespace PicsOnefile.Core.Tests.Matching;

public class PartnersTests
{
    [Fact]
    public void Either_record_of_a_pair_names_the_other()
    {
        var partners = new Partners([1, -1, 0], picsWeb: 3);
        Assert.Equal<(int?, int?, int?)>((1, null, 0), (partners.ForOnefile(0), partners.ForOnefile(1), partners.ForOnefile(2)));
        Assert.Equal<(int?, int?, int?)>((2, 0, null), (partners.ForPicsWeb(0), partners.ForPicsWeb(1), partners.ForPicsWeb(2)));
    }

    [Fact]
    public void A_new_pair_frees_the_partners_that_its_records_had()
    {
        var partners = new Partners([0, 1], picsWeb: 2);
        partners.Join(left: 0, right: 1);
        Assert.Equal<(int?, int?)>((1, null), (partners.ForOnefile(0), partners.ForOnefile(1)));
        Assert.Equal<(int?, int?)>((null, 0), (partners.ForPicsWeb(0), partners.ForPicsWeb(1)));
    }

    [Fact]
    public void A_record_that_was_released_is_nobodys_partner()
    {
        var partners = new Partners([0, 1], picsWeb: 2);
        partners.Release(left: 1);
        partners.Release(left: 1);
        Assert.Null(partners.ForOnefile(1));
        Assert.Null(partners.ForPicsWeb(1));
        Assert.Equal(0, partners.ForOnefile(0));
    }
}
