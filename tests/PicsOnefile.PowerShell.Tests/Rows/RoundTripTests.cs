using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using PicsOnefile.PowerShell.Tests.Help;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Rows;

/// <summary>
/// Everything that a cmdlet writes is on the way back what it was, whichever way it goes: a walk over all types that come out and all parameters that take a
/// cell of a row, by reflection, so that a new one is walked too.
/// </summary>
public sealed class RoundTripTests(HelpShell shell) : IClassFixture<HelpShell>
{
    // Tables and lists inside of an object, which no file of rows can hold; nothing takes them back.
    private static readonly string[] NoCells =
    [
        "PicsOnefileProfile.ColumnMap",
        "PicsOnefileProfile.Terminology",
        "PicsOnefileProfile.RuleSeverity",
        "QualificationRefreshResult.Differences",
        "PicsOnefileProfile.AcceptedShrinkage",
    ];

    public static TheoryData<string> Ways => [.. Transports.All.Keys];

    private static Type Of(string name) =>
        AppDomain
            .CurrentDomain.GetAssemblies()
            .First(one => one.GetName().Name == "PicsOnefile.PowerShell")
            .GetType($"PicsOnefile.PowerShell.Rows.{name}", throwOnError: true)!;

    private IReadOnlyList<Type> Written =>
        [
            .. shell
                .Commands.SelectMany(command => command.OutputType)
                .Select(output => output.Type)
                .OfType<Type>()
                .Where(type => type.Namespace == "PicsOnefile")
                .SelectMany(type => type.IsAbstract ? type.Assembly.GetExportedTypes().Where(type.IsAssignableFrom) : [type])
                .Where(type => !type.IsAbstract)
                .Distinct(),
        ];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_type_that_comes_out_is_the_same_on_the_way_back(string way)
    {
        Assert.True(Written.Count > 20);
        foreach (var type in Written)
        {
            foreach (var made in Samples(type))
            {
                var back = Read(Transports.All[way](made), type);
                foreach (var property in Cells(type))
                    Assert.True(
                        IsSame(property.GetValue(made), property.GetValue(back), way),
                        $"{type.Name}.{property.Name} by {way}: {property.GetValue(made)} is {property.GetValue(back) ?? "nothing"}"
                    );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_parameter_takes_from_a_row_what_it_takes_from_the_object(string way)
    {
        var walked = 0;
        // Each object makes the way once, and every parameter looks at what came of it.
        var travelled = Written.ToDictionary(type => type, type => Samples(type).Select(made => (Made: made, Back: Transports.All[way](made))).ToList());
        foreach (var (command, parameter) in Taking())
        {
            foreach (var type in travelled.Keys)
            {
                if (
                    parameter.Aliases.Prepend(parameter.Name).Select(name => type.GetProperty(name)).FirstOrDefault(property => property is not null)
                        is not { } cell
                    || (parameter.Name == "State" && type.Name != "StandardVqReference")
                    || (parameter.Name == "Kind" && !Kinds.Contains(type.Name))
                )
                    continue;
                foreach (var (made, back) in travelled[type])
                {
                    var wanted = Taken(parameter, cell.GetValue(made));
                    var got = Taken(parameter, back.Properties[cell.Name].Value);
                    Assert.True(
                        IsSame(wanted, got, way),
                        $"{command.Name} -{parameter.Name} of {type.Name}.{cell.Name} by {way}: {wanted ?? "nothing"} is {got ?? "nothing"}"
                    );
                    walked++;
                }
            }
        }
        Assert.True(walked > 100, $"{walked}");
    }

    [Fact]
    public void A_cmdlet_that_reads_more_than_text_from_a_row_looks_at_the_whole_row()
    {
        var rows = Of("RowCmdlet");
        var others = shell
            .Commands.Where(command => !rows.IsAssignableFrom(command.ImplementingType))
            .SelectMany(command =>
                command
                    .Parameters.Values.Where(ByName)
                    .Where(parameter => parameter.ParameterType != typeof(string) && parameter.ParameterType != typeof(string[]))
                    .Select(parameter => $"{command.Name} -{parameter.Name}")
            );
        Assert.Empty(others);
        Assert.Equal(
            [
                "Add-LinkExclusion",
                "Remove-LinkExclusion",
                "Remove-OfficerLink",
                "Remove-OrganisationLink",
                "Set-OfficerLink",
                "Set-OrganisationLink",
                "Set-StandardVqReference",
            ],
            shell.Commands.Where(command => rows.IsAssignableFrom(command.ImplementingType)).Select(command => command.Name)
        );
    }

    // The kinds of other things (a preview, the journal) have words of their own, and their rows are refused as a whole.
    private static readonly string[] Kinds =
    [
        "OfficerLink",
        "OrganisationLink",
        "OfficerLinkCandidate",
        "OrganisationLinkCandidate",
        "OfficerReviewRow",
        "OrganisationReviewRow",
        "LinkExclusion",
    ];

    private IEnumerable<(CmdletInfo Command, ParameterMetadata Parameter)> Taking() =>
        shell.Commands.SelectMany(command =>
            command.Parameters.Values.Where(ByName).Where(parameter => !parameter.ParameterType.IsArray).Select(parameter => (command, parameter))
        );

    private static bool ByName(ParameterMetadata parameter) => parameter.ParameterSets.Values.Any(set => set.ValueFromPipelineByPropertyName);

    private static IEnumerable<PropertyInfo> Cells(Type type) =>
        type.GetProperties().Where(property => property.CanWrite && !NoCells.Contains($"{type.Name}.{property.Name}"));

    // One object for each member of its richest enumeration, with other values in each; the last one is empty.
    private static IEnumerable<object> Samples(Type type)
    {
        var cells = Cells(type).ToList();
        var many = Math.Max(
            2,
            cells.Select(cell => Bare(cell.PropertyType)).Where(bare => bare.IsEnum).Select(bare => Enum.GetValues(bare).Length).DefaultIfEmpty(0).Max()
        );
        for (var number = 0; number < many; number++)
        {
            var made = Activator.CreateInstance(type)!;
            foreach (var cell in cells)
                cell.SetValue(made, Value(Bare(cell.PropertyType), number, cell.Name));
            yield return made;
        }
        yield return Activator.CreateInstance(type)!;
    }

    private static object Value(Type type, int number, string name) =>
        type.IsEnum ? (object)Enum.GetValues(type).GetValue(number % Enum.GetValues(type).Length)!
        : type == typeof(string) ? $"00{number}4 {name} ć; \"1,5\""
        : type == typeof(bool) ? number % 2 == 0
        : type == typeof(int)
            ? number % 2 == 0 ? int.MaxValue
                : -number
        : type == typeof(long)
            ? number % 2 == 0 ? long.MaxValue
                : -number
        : type == typeof(double) ? 1 - Math.Pow(10, -number)
        : type == typeof(Guid) ? new Guid(number, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11])
        : type == typeof(TimeSpan) ? TimeSpan.FromMinutes(90 + number)
        : type == typeof(DateTimeOffset) ? (object)new DateTimeOffset(2026, 3, 28 + (number % 3), 23, 59, 58, TimeSpan.FromHours(number % 2))
        : type == typeof(DateTime) ? (object)new DateTime(2008, 2, 29, 0, 0, 0, DateTimeKind.Unspecified)
        : throw new NotSupportedException($"{type} of {name}: say here what a value of it is, and in RowValue how it is read.");

    private static object Read(PSObject row, Type type) => Call(Of("ModelRow").GetMethod("Make")!, Activator.CreateInstance(Of("PipedRow"), row)!, type)!;

    private static object? Taken(ParameterMetadata parameter, object? value)
    {
        if (parameter.Attributes.Any(attribute => attribute.GetType().Name == "DecisionWordAttribute"))
            value = Call(Of("DecisionWordAttribute").GetMethod("Word")!, value);
        object?[] arguments = [value, parameter.ParameterType, null];
        Assert.True((bool)Of("RowValue").GetMethod("TryRead")!.Invoke(null, arguments)!, $"-{parameter.Name} {value}");
        return arguments[2];
    }

    private static object? Call(MethodInfo method, params object?[] arguments) => method.Invoke(null, arguments);

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    // A file of texts has no difference between nothing and an empty text.
    private static bool IsSame(object? made, object? back, string way) =>
        Equals(made, back) || (way == "Export-Csv" && made is null or "" && back is null or "");
}
