using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using CsvHelper;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.PicsWeb;

/// <summary>One column of an exported list: PICSWeb's heading and the field it shows.</summary>
public sealed record ListColumn<T>(string Heading, Func<T, string> Cell);

/// <summary>
/// The lists that a person exports from PICSWeb where the tenant has no API: CSV with commas in Windows-1252, with PICSWeb's headings, dates as in the
/// United Kingdom, yes and no for flags. Letters outside that code page come out as the nearest letter or a question mark, as from Excel.
/// </summary>
public static class ExportedLists
{
    public const string ContentType = "text/csv; charset=windows-1252";

    private static readonly Encoding WesternEuropean = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly ListColumn<Officer>[] Officers =
    [
        new("Ident", officer => officer.Ident),
        new("First Names", officer => officer.FirstName),
        new("Surname", officer => officer.Surname),
        new("E-mail", officer => officer.Email),
        new("Telephone", officer => officer.Telephone),
        new("Mobile", officer => officer.Mobile),
        new("Main Organisation", officer => officer.MainOrganisation),
        new("Status", officer => officer.Status),
        new("Other System ID", officer => officer.AdditionalId),
    ];

    private static readonly ListColumn<Organisation>[] Organisations =
    [
        new("Ident", organisation => organisation.Ident),
        new("Name", organisation => organisation.Name),
        new("Address 1", organisation => organisation.Address1),
        new("Address 2", organisation => organisation.Address2),
        new("Address 3", organisation => organisation.Address3),
        new("Address 4", organisation => organisation.Address4),
        new("Address 5", organisation => organisation.Address5),
        new("Postcode", organisation => organisation.Postcode),
        new("Telephone", organisation => organisation.Telephone),
        new("E-mail", organisation => organisation.Email),
        new("Website", organisation => organisation.Website),
        new("EDRS", organisation => organisation.Edrs),
        new("Status", organisation => organisation.Status),
        new("Additional ID", organisation => organisation.AdditionalId),
    ];

    private static readonly ListColumn<Qualification>[] Qualifications =
    [
        new("Qualification ID", qualification => qualification.Id.ToString(CultureInfo.InvariantCulture)),
        new("VQ Reference", qualification => qualification.VqReference),
        new("Title", qualification => qualification.Title),
        new("Level", qualification => qualification.Level),
        new("Status", qualification => qualification.Status),
        new("Has Units", qualification => qualification.HasUnits ? "Yes" : "No"),
        new("Standard Code", qualification => qualification.StandardCode),
    ];

    /// <summary>The names of the lists.</summary>
    public static IReadOnlyList<string> Names { get; } = ["officers.csv", "organisations.csv", "qualifications.csv", "learners.csv"];

    /// <summary>The bytes of one list; null when there is no list of that name.</summary>
    public static byte[]? Create(TwinWorld world, string name) =>
        name.ToLowerInvariant() switch
        {
            "officers.csv" => Write(Officers, world.Officers.Values),
            "organisations.csv" => Write(Organisations, world.Organisations.Values),
            "qualifications.csv" => Write(Qualifications, world.Qualifications.Values),
            "learners.csv" => Write(Learners(world), world.Learners.Values),
            _ => null,
        };

    /// <summary>Writes all lists into a folder, as a person would who exports one after the other.</summary>
    public static void WriteAll(Twin twin, string folder)
    {
        Directory.CreateDirectory(folder);
        lock (twin.World.Gate)
        {
            foreach (var name in Names)
                File.WriteAllBytes(Path.Combine(folder, name), Create(twin.World, name)!);
        }
    }

    private static ListColumn<PicsLearner>[] Learners(TwinWorld world) =>
        [
            new("Ident", learner => learner.Ident),
            new("First Names", learner => learner.FirstName),
            new("Surname", learner => learner.Surname),
            new("Date of Birth", learner => learner.DateOfBirth?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? ""),
            new("ULN", learner => learner.Uln),
            new("Status", learner => learner.Status),
            new("OneFile ID", learner => learner.OneFileId),
            new("OneFile Organisation", learner => world.Centres.TryGetValue(learner.CentreId, out var centre) ? centre.Name : ""),
            new("Main Officer", learner => learner.MainOfficer),
            new("Officers", learner => string.Join("; ", learner.Officers)),
            new("Organisation", learner => learner.Organisation),
            new("Qualifications", learner => string.Join("; ", PicsFields.Wire(world, learner))),
        ];

    private static byte[] Write<T>(ListColumn<T>[] columns, IEnumerable<T> records)
    {
        using var bytes = new MemoryStream();
        using (var writer = new CsvWriter(new StreamWriter(bytes, WesternEuropean, leaveOpen: true) { NewLine = "\r\n" }, CultureInfo.GetCultureInfo("en-GB")))
        {
            foreach (var column in columns)
                writer.WriteField(column.Heading);
            writer.NextRecord();
            foreach (var record in records)
            {
                foreach (var column in columns)
                    writer.WriteField(column.Cell(record));
                writer.NextRecord();
            }
        }

        return bytes.ToArray();
    }
}
