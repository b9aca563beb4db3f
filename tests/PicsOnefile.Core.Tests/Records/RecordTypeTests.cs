using System;
using System.IO;
using System.Linq;
using PicsOnefile.Core.Tests.Architecture;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using Xunit;

namespace PicsOnefile.Core.Tests.Records;

/// <summary>The table of record types: each kind has its row, and what a row names is there.</summary>
public sealed class RecordTypeTests
{
    [Fact]
    public void Every_kind_of_record_has_one_row() =>
        Assert.Equal(Enum.GetValues<RecordKind>().Order(), RecordType.All.Select(type => type.Kind).Order());

    [Fact]
    public void Every_kind_of_link_has_one_row_and_its_lists() =>
        Assert.All(
            Enum.GetValues<LinkKind>(),
            kind =>
            {
                var type = Assert.Single(LinkType.All, type => type.Kind == kind);
                Assert.Equal(RecordRoutes.ListOf(kind), LinkLists.For(kind).Operation);
                Assert.False(type.PicsWeb.IsOnefiles);
                Assert.True(type.Onefile.IsOnefiles);
            }
        );

    [Fact]
    public void Every_guarded_list_belongs_to_one_kind_of_record() =>
        Assert.All(Enum.GetValues<GuardedList>(), list => Assert.Single(RecordType.All, type => type.List == list));

    [Fact]
    public void A_guarded_list_has_the_name_of_its_record() => Assert.All(RecordType.All.Where(type => type.List is not null), type =>
        Assert.Equal(type.Model!.Name, type.List.ToString()));

    [Fact]
    public void Key_and_field_of_a_kind_are_properties_of_its_model() =>
        Assert.All(
            RecordType.All.Where(type => type.Model is not null),
            type =>
            {
                Assert.NotNull(type.Model!.GetProperty(type.Id));
                Assert.NotNull(type.Model.GetProperty(type.Field!.Name));
            }
        );

    [Theory]
    [InlineData(LinkKind.Officer, typeof(OfficerLink))]
    [InlineData(LinkKind.Organisation, typeof(OrganisationLink))]
    public void Keys_and_names_of_both_ends_are_properties_of_the_link(LinkKind kind, Type link)
    {
        var type = LinkType.For(kind);
        Assert.All(new[] { type.PicsWeb.Id, type.PicsWeb.Name, type.Onefile.Id, type.Onefile.Name }, name => Assert.NotNull(link.GetProperty(name)));
    }

    [Fact]
    public void Every_kind_of_exclusion_but_a_qualification_belongs_to_a_kind_of_link() =>
        Assert.Equal(
            [ExclusionKind.Qualification],
            Enum.GetValues<ExclusionKind>().Where(kind => LinkType.For(kind) is null)
        );

    [Fact]
    public void The_codes_in_the_keys_of_review_files_are_those_of_every_version_before() =>
        Assert.Equal(["Officer O", "Organisation G"], LinkType.All.Select(type => $"{type.Kind} {type.Code}"));

    [Fact]
    public void A_link_is_written_to_the_field_of_the_end_that_the_profile_links_by()
    {
        var type = LinkType.For(LinkKind.Organisation);
        Assert.Equal((RecordKind.Organisation, RecordField.AdditionalId), (type.Written(LinkBy.AdditionalId).Kind, type.PicsWeb.Field));
        Assert.Equal((RecordKind.Placement, RecordField.MisId), (type.Written(LinkBy.MisValue).Kind, type.Onefile.Field));
    }

    [Theory]
    [InlineData("Officer Summary")]
    [InlineData("Organisation Summary")]
    public void A_screen_of_PICSWeb_is_named_in_the_table_alone(string screen) =>
        Assert.Equal(
            ["RecordType.cs"],
            Directory
                .GetFiles(Path.Combine(Repository.Root, "src", "PicsOnefile.Core"), "*.cs", SearchOption.AllDirectories)
                .Where(file => File.ReadAllText(file).Contains(screen, StringComparison.Ordinal))
                .Select(Path.GetFileName)
        );
}
