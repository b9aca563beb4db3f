using System.Collections.Generic;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>A list that a person exported on PICSWeb's screens and saved as CSV.</summary>
/// <param name="Path">The file: UTF-8 or UTF-16 with or without byte order mark, or Windows-1252; separated by commas, semicolons, tabs or pipes. Titles above
/// the headings are allowed.</param>
/// <param name="Columns">The file's heading for a field, where the headings are none of the known ones. Keys are the fields' names, for example OfficerIdent or
/// Address1; letter case does not count. Fields that are not named here are found by the known headings.</param>
public sealed record ExportedList(string Path, IReadOnlyDictionary<string, string>? Columns = null);
