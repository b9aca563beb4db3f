using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using PicsOnefile.PowerShell.Tests.Loading;

namespace PicsOnefile.PowerShell.Tests.Scheduling;

/// <summary>What Task Scheduler takes, as the table beside this file says it.</summary>
/// <param name="Parent">The element around it; empty for the outermost.</param>
/// <param name="Name">Its name.</param>
/// <param name="Needed">Whether its parent must have it.</param>
/// <param name="Order">Its place in the parent's sequence; null where any order is allowed.</param>
/// <param name="Value">Its type, or the values that are allowed.</param>
internal sealed record TaskSchema(string Parent, string Name, bool Needed, int? Order, string Value)
{
    // Path and length: the schema's pathType.
    private const int LongestPath = 260;

    private static readonly XNamespace Namespace = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    private static readonly IReadOnlyList<TaskSchema> Rows =
    [
        .. File.ReadAllLines(Path.Combine(BuiltModule.Root, "tests", "PicsOnefile.PowerShell.Tests", "Scheduling", "task-scheduler.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => new TaskSchema(cells[0], cells[1], cells[2] == "yes", cells[3] == "-" ? null : Number(cells[3]), cells[4])),
    ];

    /// <summary>Finds what Task Scheduler would refuse in a task.</summary>
    /// <param name="xml">The task.</param>
    /// <returns>One sentence for each fault; empty where it takes the task.</returns>
    public static IReadOnlyList<string> Faults(string xml)
    {
        // As Windows reads it: white space around a value belongs to it.
        var task = XDocument.Parse(xml, LoadOptions.PreserveWhitespace).Root!;
        return [.. Element(task, ""), .. Attributes(task)];
    }

    private static IEnumerable<string> Element(XElement element, string parent)
    {
        if (Rows.FirstOrDefault(row => row.Parent == parent && Namespace + row.Name == element.Name) is not { } row)
            return [$"{parent} has no {element.Name}."];
        if (row.Value != "elements")
            return row.Takes(element.Value) && !element.HasElements ? [] : [$"{row.Name} is no {row.Value}: '{element.Value}'"];
        return [.. Children(element), .. element.Elements().SelectMany(child => Element(child, row.Name))];
    }

    private static IEnumerable<string> Children(XElement element)
    {
        var parent = element.Name.LocalName;
        var rows = Rows.Where(row => row.Parent == parent).ToList();
        var names = element.Elements().Select(child => child.Name.LocalName).ToList();
        foreach (var row in rows.Where(row => row.Needed && !names.Contains(row.Name)))
            yield return $"{parent} needs {row.Name}.";
        foreach (var twice in names.GroupBy(name => name).Where(group => group.Count() > 1))
            yield return $"{parent} has {twice.Key} twice.";
        var order = names.Select(name => rows.FirstOrDefault(row => row.Name == name)?.Order).OfType<int>().ToList();
        if (!order.SequenceEqual(order.Order()))
            yield return $"{parent} has its elements in another order: {string.Join(", ", names)}.";
        if (element.Nodes().OfType<XText>().Any(text => text.Value.Trim().Length > 0))
            yield return $"{parent} holds a text.";
    }

    // The version, and the name by which the action finds its principal.
    private static IEnumerable<string> Attributes(XElement task)
    {
        if (task.Attribute("version")?.Value is not (null or "1.3"))
            yield return $"The version is {task.Attribute("version")!.Value}.";
        var principal = task.Element(Namespace + "Principals")?.Element(Namespace + "Principal")?.Attribute("id")?.Value;
        if (task.Element(Namespace + "Actions")?.Attribute("Context")?.Value is { } context && context != principal)
            yield return $"There is no principal {context}.";
        string[] known = ["xmlns", "version", "id", "Context"];
        foreach (var other in task.DescendantsAndSelf().Attributes().Where(attribute => !known.Contains(attribute.Name.LocalName)))
            yield return $"There is no attribute {other.Name}.";
    }

    private bool Takes(string value) =>
        Value switch
        {
            "text" => true,
            "nonEmpty" => value.Length > 0,
            "path" => value.Length is > 0 and <= LongestPath,
            "boolean" => value is "true" or "false" or "1" or "0",
            "duration" => Converts(() => XmlConvert.ToTimeSpan(value)),
            "dateTime" => Converts(() => XmlConvert.ToDateTime(value, XmlDateTimeSerializationMode.Unspecified))
                && Regex.IsMatch(value, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$"),
            _ when Value.Split("..") is [var least, var most] => Regex.IsMatch(value, "^[0-9]{1,9}$")
                && Number(value) >= Number(least)
                && Number(value) <= Number(most),
            _ => Value.Split(' ').Contains(value),
        };

    private static bool Converts(Action convert)
    {
        try
        {
            convert();
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
