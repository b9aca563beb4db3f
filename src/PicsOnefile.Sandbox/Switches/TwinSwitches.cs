namespace PicsOnefile.Sandbox.Switches;

/// <summary>The name of the flag of archived accounts.</summary>
public enum ArchivedMark
{
    /// <summary><c>"Archived": true</c>.</summary>
    Archived,

    /// <summary><c>"IsArchived": true</c>.</summary>
    IsArchived,

    /// <summary><c>"Status": "Archived"</c> or <c>"Active"</c>.</summary>
    Status,

    /// <summary><c>"Active": false</c>.</summary>
    Active,

    /// <summary>There is no flag.</summary>
    None,
}

/// <summary>The place of the flag of archived accounts.</summary>
public enum ArchivedPlace
{
    RowsAndDetails,

    /// <summary>In single records; published rows carry ID, names and MISID alone.</summary>
    DetailsAlone,

    Nowhere,
}

/// <summary>The name under which a birth date is read; it is written under either.</summary>
public enum BirthDateName
{
    Dob,
    DateOfBirth,
}

/// <summary>The response to a search without page segments.</summary>
public enum PlainSearch
{
    /// <summary>As many rows as the largest page holds.</summary>
    Capped,

    Whole,
}

/// <summary>The form of the bodies of 401, 403, 404 and 429.</summary>
public enum ErrorBodies
{
    /// <summary>A few words of text; 404 has none.</summary>
    Plain,

    Empty,

    /// <summary>An object with <c>code</c> and <c>message</c>.</summary>
    Json,

    /// <summary>A page, as a server in front of the vendor's writes it.</summary>
    Html,
}

/// <summary>The form of the window in which calls are counted.</summary>
public enum CallWindow
{
    /// <summary>The last sixty seconds at any moment.</summary>
    Sliding,

    /// <summary>Whole minutes of the clock.</summary>
    Fixed,
}

/// <summary>What order the pages of a search come in.</summary>
public enum PageOrder
{
    Stable,

    /// <summary>Each time a page after the first is asked for, the whole list has moved on by one record.</summary>
    Shifting,

    /// <summary>The page number is ignored: every page is the whole list.</summary>
    Ignored,
}

/// <summary>What empties a field.</summary>
public enum Clearing
{
    /// <summary><c>""</c> does, null leaves the field alone.</summary>
    Empty,

    /// <summary>null does, <c>""</c> leaves the field alone.</summary>
    Null,

    /// <summary>Both do.</summary>
    Both,

    /// <summary>Nothing does.</summary>
    Never,
}

/// <summary>The place of a standard's code in its row.</summary>
public enum CodePlace
{
    /// <summary>In the last square brackets of the title.</summary>
    Title,

    /// <summary>In a field <c>Code</c>.</summary>
    Code,

    /// <summary>In a field <c>Reference</c>.</summary>
    Reference,

    /// <summary>In a field <c>NDAQCode</c>.</summary>
    NdaqCode,
}

/// <summary>The form of a text response.</summary>
public enum SessionText
{
    Plain,
    Quoted,
}

/// <summary>The response of <c>GET /Organisation/{id}/AssignedStandards</c>.</summary>
public enum AssignedStandards
{
    /// <summary>Rows with title and code.</summary>
    Full,

    /// <summary>Rows with the ID alone.</summary>
    Ids,

    /// <summary>404: the route does not exist.</summary>
    Missing,
}

/// <summary>How a placement's address is written.</summary>
public enum AddressForm
{
    /// <summary>One text with line breaks, the postcode last.</summary>
    Text,

    /// <summary>An array of lines.</summary>
    Array,

    /// <summary>Fields <c>Address1</c> to <c>Address5</c> and <c>Postcode</c>.</summary>
    Fields,
}

/// <summary>What happens to a write of a MIS Value.</summary>
public enum MisValues
{
    /// <summary>It is stored.</summary>
    Enabled,

    /// <summary>The response is that of a success and nothing is stored ("Enable MIS value fields" is not ticked).</summary>
    Ignored,

    /// <summary>403 (the user may not edit MIS Values).</summary>
    Refused,
}

/// <summary>The form of PICSWeb's response to an authentication.</summary>
public enum AuthenticationAnswer
{
    /// <summary>An object with <c>token</c>.</summary>
    Token,

    /// <summary>An object with <c>accessToken</c>.</summary>
    AccessToken,

    /// <summary>A JSON string.</summary>
    Quoted,

    /// <summary>The bare text.</summary>
    Plain,
}

/// <summary>How PICSWeb guards a record against a write that crossed another.</summary>
public enum Concurrency
{
    /// <summary>ETag and If-Match; 412 when they differ.</summary>
    Etag,

    /// <summary>A field <c>rowVersion</c>; 409 when it differs.</summary>
    RowVersion,

    None,
}

/// <summary>What a PUT does to the fields that its body leaves out.</summary>
public enum AbsentFields
{
    Blank,
    Keep,
}

/// <summary>Where PICSWeb's OpenAPI document is.</summary>
public enum OpenApi
{
    /// <summary>At the default path, for those who have a bearer token.</summary>
    Present,

    /// <summary>At the default path, for everybody.</summary>
    Open,

    /// <summary>Nowhere.</summary>
    Absent,
}

/// <summary>
/// Every fact about the two systems that onefile-api.md and picsweb-api.md mark as unknown, as a switch. The defaults are the likeliest form, or the
/// harder one where nothing is likelier. The names on the command line are in <see cref="SwitchTable"/>.
/// </summary>
public sealed record TwinSwitches
{
    public bool ArchivedInSearches { get; init; } = true;

    public ArchivedMark ArchivedMark { get; init; } = ArchivedMark.Archived;

    public ArchivedPlace ArchivedPlace { get; init; } = ArchivedPlace.DetailsAlone;

    /// <summary>Whether any response shows a client which accounts are archived: none are found, or there is a flag.</summary>
    public bool ArchivedAccountsShow => !ArchivedInSearches || (ArchivedMark != ArchivedMark.None && ArchivedPlace != ArchivedPlace.Nowhere);

    public bool MisIdInPlacementRows { get; init; } = true;

    public BirthDateName BirthDateName { get; init; } = BirthDateName.Dob;

    /// <summary>Largest number of records in a response to a search; null for no limit.</summary>
    public int? PageSizeCap { get; init; } = 100;

    public PageOrder PageOrder { get; init; } = PageOrder.Stable;

    public PlainSearch PlainSearch { get; init; } = PlainSearch.Capped;

    public ErrorBodies ErrorBodies { get; init; } = ErrorBodies.Plain;

    public bool RetryAfter { get; init; } = true;

    public CallWindow CallWindow { get; init; } = CallWindow.Sliding;

    public bool AuthenticationCounts { get; init; } = true;

    public AbsentFields PartialPlacement { get; init; } = AbsentFields.Blank;

    /// <summary>The status of an accepted placement update.</summary>
    public int PlacementUpdateStatus { get; init; } = 204;

    public Clearing Clearing { get; init; } = Clearing.Empty;

    public CodePlace CodePlace { get; init; } = CodePlace.Title;

    public SessionText SessionText { get; init; } = SessionText.Plain;

    public AssignedStandards AssignedStandards { get; init; } = AssignedStandards.Full;

    public AddressForm AddressForm { get; init; } = AddressForm.Text;

    public MisValues MisValues { get; init; } = MisValues.Enabled;

    public AuthenticationAnswer AuthenticationAnswer { get; init; } = AuthenticationAnswer.Token;

    public Concurrency Concurrency { get; init; } = Concurrency.Etag;

    public AbsentFields PartialPut { get; init; } = AbsentFields.Blank;

    public OpenApi OpenApi { get; init; } = OpenApi.Present;

    /// <summary>The path before PICSWeb's routes: <c>/api/v1</c> or <c>/app/api/v1</c>.</summary>
    public string PicsWebPrefix { get; init; } = "/api/v1";

    /// <summary>Whether calls that PICSWeb makes itself (enrolment, sync) count towards Onefile's limit.</summary>
    public bool PicsWebCallsCount { get; init; }
}
