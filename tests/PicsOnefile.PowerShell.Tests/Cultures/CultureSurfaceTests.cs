using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;
using PicsOnefile.PowerShell.Tests.Loading;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Cultures;

/// <summary>
/// What the analyzers do not see, read from the module's instructions: a date or a fraction that an interpolation writes by the culture of whoever runs it, an
/// order of texts by that culture, and letters compared by it. (The analyzers CA1304 to CA1311 are errors in this repository and find the rest.)
/// </summary>
public sealed class CultureSurfaceTests
{
    private static readonly string[] Sensitive =
    [
        "System.DateTime",
        "System.DateTimeOffset",
        "System.TimeSpan",
        "System.Double",
        "System.Single",
        "System.Decimal",
    ];

    private static readonly Regex FormatClause = new(@"\{[0-9]+(,-?[0-9]+)?:", RegexOptions.CultureInvariant);

    [Theory]
    [InlineData("PicsOnefile.Model")]
    [InlineData("PicsOnefile.Core")]
    [InlineData("PicsOnefile.PowerShell")]
    [InlineData("PicsOnefile.PowerShell.Loader")]
    public void Nothing_in_the_module_is_written_ordered_or_compared_by_the_culture_of_whoever_runs_it(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(BuiltModule.PathOf(BuiltModule.Listed.Single(file => Path.GetFileName(file) == $"{assembly}.dll")));
        var found = module
            .GetTypes()
            .SelectMany(type => type.Methods)
            .Where(method => method.HasBody && !IsWrittenByTheCompiler(method))
            .SelectMany(Found)
            .Distinct()
            .ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void What_is_looked_for_would_be_found()
    {
        using var module = ModuleDefinition.ReadModule(typeof(CultureSurfaceTests).Assembly.Location);
        var found = module.GetType(typeof(Careless).FullName).Methods.Where(method => method.HasBody).SelectMany(Found).ToList();
        foreach (
            string name in new[]
            {
                nameof(Careless.Written),
                nameof(Careless.Clause),
                nameof(Careless.Joined),
                nameof(Careless.Ordered),
                nameof(Careless.Sorted),
                nameof(Careless.Letters),
                nameof(Careless.Missing),
            }
        )
            Assert.Contains(found, line => line.Contains($"::{name}", StringComparison.Ordinal));
        Assert.DoesNotContain(found, line => line.Contains(nameof(Careless.Careful), StringComparison.Ordinal));
    }

    [Fact]
    public void No_view_writes_a_date_by_the_calendar_of_whoever_looks()
    {
        var views = BuiltModule.Listed.Where(file => file.EndsWith(".ps1xml", StringComparison.Ordinal)).Select(BuiltModule.PathOf).ToList();
        Assert.NotEmpty(views);
        Assert.All(views, view =>
            Assert.DoesNotMatch(
                @"LocalDateTime|-f \$_\.[A-Za-z]*(At|Since|Date)\b|"
                    + "<PropertyName>(At|Since|[A-Za-z]+At|AsOf|DateOfBirth|LastModified|LastSynchronised)</PropertyName>",
                File.ReadAllText(view)
            )
        );
    }

    private static IEnumerable<string> Found(MethodDefinition method)
    {
        foreach (var at in method.Body.Instructions)
        {
            if (at.OpCode == OpCodes.Box && Sensitive.Contains(Named((TypeReference)at.Operand)) && Taker(at) is { } taker && IsByCulture(taker))
                yield return $"{method.FullName} writes a {Named((TypeReference)at.Operand)} by the culture";
            if (at.OpCode == OpCodes.Ldstr && FormatClause.IsMatch((string)at.Operand) && Taker(at) is { Name: "Format" } format && IsByCulture(format))
                yield return $"{method.FullName} writes '{at.Operand}' by the culture";
            if (
                at.OpCode == OpCodes.Constrained
                && Sensitive.Contains(Named((TypeReference)at.Operand))
                && at.Next.Operand is MethodReference { Name: "ToString" }
            )
                yield return $"{method.FullName} writes a {Named((TypeReference)at.Operand)} by the culture";
            if (
                at.Operand is GenericInstanceMethod { Name: "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" } order
                && order.Parameters.Count == 2
                && order.GenericArguments[^1].FullName == "System.String"
            )
                yield return $"{method.FullName} orders texts by the culture";
            if (at.Operand is MethodReference sort && IsDefaultOrder(sort))
                yield return $"{method.FullName} orders texts by the culture ({sort.DeclaringType.Name}::{sort.Name})";
            if (
                at.Operand is MethodReference { DeclaringType.FullName: "System.Text.RegularExpressions.Regex" } regex
                && Options(at, regex) is { } options
                && (options & 1) != 0
                && (options & 512) == 0
            )
                yield return $"{method.FullName} compares letters by the culture (RegexOptions.IgnoreCase without CultureInvariant)";
        }
    }

    // What a record says of itself in a debugger; no text of the module is made of it.
    private static bool IsWrittenByTheCompiler(MethodDefinition method) => method.Name == "PrintMembers";

    // The first call that makes a text of what is on the stack.
    private static MethodReference? Taker(Instruction from)
    {
        for (var at = from.Next; at is not null; at = at.Next)
        {
            if (
                at.Operand
                    is MethodReference { DeclaringType.FullName: "System.String", Name: "Format" or "Concat" or "Join" }
                        or MethodReference
                    {
                        DeclaringType.FullName: "System.Runtime.CompilerServices.FormattableStringFactory"
                                or "System.Convert"
                                or "System.Text.StringBuilder"
                    }
                && ((MethodReference)at.Operand).Parameters.Any(parameter => parameter.ParameterType.FullName is "System.Object" or "System.Object[]")
            )
                return (MethodReference)at.Operand;
            // A value that is stored or handed to something else is no part of a text.
            if (
                at.OpCode.FlowControl is FlowControl.Return or FlowControl.Throw
                || (at.Operand is MethodReference { DeclaringType.Name: "Interlocked" or "Expression" })
            )
                return null;
        }

        return null;
    }

    private static bool IsByCulture(MethodReference taker) =>
        taker.DeclaringType.FullName != "System.Runtime.CompilerServices.FormattableStringFactory"
        && taker.Parameters.All(parameter => parameter.ParameterType.FullName != "System.IFormatProvider");

    private static bool IsDefaultOrder(MethodReference sort) =>
        sort switch
        {
            { DeclaringType: GenericInstanceType { ElementType.FullName: "System.Collections.Generic.List`1" } list, Name: "Sort" } => list.GenericArguments[
                0
            ].FullName == "System.String"
                && sort.Parameters.Count == 0,
            { DeclaringType: GenericInstanceType { ElementType.FullName: "System.Collections.Generic.Comparer`1" } comparer, Name: "get_Default" } => comparer
                .GenericArguments[0]
                .FullName == "System.String",
            { DeclaringType: GenericInstanceType { ElementType.Name: "SortedDictionary`2" or "SortedSet`1" or "SortedList`2" } sorted, Name: ".ctor" } => sorted
                .GenericArguments[0]
                .FullName == "System.String"
                && sort.Parameters.All(parameter => !parameter.ParameterType.FullName.Contains("IComparer", StringComparison.Ordinal)),
            _ => false,
        };

    // The options stand right before the call, as the last argument or before a time-out that is made by a call of its own.
    private static int? Options(Instruction call, MethodReference regex)
    {
        if (regex.Parameters.All(parameter => parameter.ParameterType.Name != "RegexOptions"))
            return null;
        for (var at = call.Previous; at is not null && at.OpCode != OpCodes.Ldstr; at = at.Previous)
        {
            if (at.OpCode.OperandType is OperandType.InlineI or OperandType.ShortInlineI)
                return Convert.ToInt32(at.Operand, System.Globalization.CultureInfo.InvariantCulture);
            if (at.OpCode.Code is >= Code.Ldc_I4_0 and <= Code.Ldc_I4_8)
                return at.OpCode.Code - Code.Ldc_I4_0;
        }

        return null;
    }

    private static string Named(TypeReference type) =>
        type is GenericInstanceType { ElementType.FullName: "System.Nullable`1" } nullable ? nullable.GenericArguments[0].FullName : type.FullName;
}
