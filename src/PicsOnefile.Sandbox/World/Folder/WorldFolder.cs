using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace PicsOnefile.Sandbox.World.Folder;

/// <summary>A world as a folder of CSV files in UTF-8, one for each kind of record and <c>truth.csv</c>; the columns are the fields' names.</summary>
public static class WorldFolder
{
    private static readonly CsvConfiguration Reading = new(CultureInfo.InvariantCulture) { MissingFieldFound = null, BadDataFound = null };
    private static readonly CsvConfiguration Writing = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    /// <summary>The files in the order in which they are read: later ones refer to earlier ones.</summary>
    private static readonly IReadOnlyList<WorldFile> Files =
    [
        new WorldFile<Centre>(
            "centres.csv",
            OnefileFields.Centres,
            row => new Centre { Id = row.Number("ID") },
            (world, centre) => world.Centres.Add(centre.Id, centre),
            world => world.Centres.Values
        ),
        new WorldFile<Classroom>(
            "classrooms.csv",
            OnefileFields.Classrooms,
            row => new Classroom { Id = row.Number("ID") },
            (world, room) => world.Classrooms.Add(room.Id, room),
            world => world.Classrooms.Values
        ),
        new WorldFile<OnefileUser>(
            "users.csv",
            OnefileFields.Users,
            row => new OnefileUser { Id = row.Number("ID") },
            (world, user) => world.Users.Add(user.Id, user),
            world => world.Users.Values
        ),
        new WorldFile<Placement>(
            "placements.csv",
            OnefileFields.Placements,
            row => new Placement { Id = row.Number("ID") },
            (world, placement) => world.Placements.Add(placement.Id, placement),
            world => world.Placements.Values
        ),
        new WorldFile<Standard>(
            "standards.csv",
            OnefileFields.Standards,
            row => new Standard { Id = row.Number("ID") },
            (world, standard) => world.Standards.Add(standard.Id, standard),
            world => world.Standards.Values
        ),
        new WorldFile<Unit>(
            "units.csv",
            OnefileFields.Units,
            row => new Unit { Id = row.Text("ID") },
            (world, unit) => world.Units.Add(unit.Id, unit),
            world => world.Units.Values
        ),
        new WorldFile<LearningAim>(
            "learning-aims.csv",
            OnefileFields.LearningAims,
            row => new LearningAim { Id = row.Number("ID") },
            (world, aim) => world.LearningAims.Add(aim.Id, aim),
            world => world.LearningAims.Values
        ),
        new WorldFile<Officer>(
            "officers.csv",
            PicsFields.Officers,
            row => new Officer { Id = row.Number("id"), Ident = row.Text("ident") },
            (world, officer) => world.Officers.Add(officer.Id, officer),
            world => world.Officers.Values
        ),
        new WorldFile<Organisation>(
            "organisations.csv",
            PicsFields.Organisations,
            row => new Organisation { Id = row.Number("id"), Ident = row.Text("ident") },
            (world, organisation) => world.Organisations.Add(organisation.Id, organisation),
            world => world.Organisations.Values
        ),
        new WorldFile<Qualification>(
            "qualifications.csv",
            PicsFields.Qualifications,
            row => new Qualification { Id = row.Number("id") },
            (world, qualification) => world.Qualifications.Add(qualification.Id, qualification),
            world => world.Qualifications.Values
        ),
        new WorldFile<PicsLearner>(
            "learners.csv",
            PicsFields.Learners,
            row => new PicsLearner { Id = row.Number("id"), Ident = row.Text("ident") },
            (world, learner) => world.Learners.Add(learner.Id, learner),
            world => world.Learners.Values
        ),
    ];

    /// <summary>The file names with their columns, for the README.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Columns { get; } =
        Files
            .ToDictionary(file => file.Name, file => file.Columns)
            .Append(new(TruthFile.Name, TruthFile.Columns))
            .ToDictionary(file => file.Key, file => file.Value);

    /// <summary>Reads a world. A file that is missing holds no records, but <c>centres.csv</c> is needed.</summary>
    /// <exception cref="FormatException">A cell cannot be read; the message names file, line and column.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static TwinWorld Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        var world = new TwinWorld { CustomerName = "Customer of " + Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar)) };
        foreach (var file in Files)
            file.Read(world, Rows(folder, file.Name));
        if (world.Centres.Count == 0)
            throw new FormatException("centres.csv: a world needs at least one centre.");
        foreach (var learner in world.Learners.Values.Where(learner => learner.CentreId == 0))
            learner.CentreId = world.Centres.Keys.First();
        TruthFile.Read(world, Rows(folder, TruthFile.Name));
        return world;
    }

    /// <summary>Writes a world; reading the folder gives the same world again.</summary>
    public static void Write(TwinWorld world, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Files)
            WriteFile(Path.Combine(folder, file.Name), file.Columns, file.Cells(world));
        WriteFile(Path.Combine(folder, TruthFile.Name), TruthFile.Columns, TruthFile.Cells(world));
    }

    private static IEnumerable<WorldRow> Rows(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            yield break;
        using var reader = new CsvReader(new StreamReader(path, Encoding.UTF8), Reading);
        if (!reader.Read() || !reader.ReadHeader())
            yield break;
        var header = reader.HeaderRecord!;
        while (reader.Read())
        {
            var cells = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (var column = 0; column < header.Length; column++)
                cells[header[column].Trim()] = reader.GetField(column) ?? "";
            yield return new WorldRow(name, reader.Parser.RawRow, cells);
        }
    }

    private static void WriteFile(string path, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var writer = new CsvWriter(new StreamWriter(path, append: false, new UTF8Encoding(false)), Writing);
        foreach (var row in rows.Prepend(columns))
        {
            foreach (var cell in row)
                writer.WriteField(cell);
            writer.NextRecord();
        }
    }
}
