using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.Diagnostics;

/// <summary>Every error of AutoDiffGen. Each has a page, <c>docs/diagnostics/ADGnnn.md</c>.</summary>
internal static class Descriptors
{
    public const string HelpRoot = "https://github.com/autodiffgen/autodiffgen/blob/main/docs/diagnostics/";

    private const string Category = "AutoDiffGen";

    // 001 to 019: the method's declaration.
    public static readonly DiagnosticDescriptor NotPartial = Error("ADG001", "The containing type is not partial",
        "'{0}' must be partial, because the derivatives of '{1}' are generated into it");

    public static readonly DiagnosticDescriptor UnsupportedMethod = Error("ADG002", "The kind of method cannot be differentiated",
        "'{0}' cannot be differentiated: {1}");

    public static readonly DiagnosticDescriptor NothingActive = Error("ADG003", "Nothing to differentiate",
        "'{0}' has nothing to differentiate: {1}");

    public static readonly DiagnosticDescriptor UnsupportedParameter = Error("ADG004", "The parameter's type is not supported",
        "The parameter '{0}' of type '{1}' is not supported: {2}");

    public static readonly DiagnosticDescriptor UnsupportedResult = Error("ADG005", "The result's type is not supported",
        "The result type '{0}' of '{1}' is not supported: {2}");

    public static readonly DiagnosticDescriptor DerivativeDoesNotApply = Error("ADG006", "The derivative does not apply",
        "Derivatives.{0} does not apply to '{1}': {2}");

    public static readonly DiagnosticDescriptor MemberCollision = Error("ADG007", "The generated member already exists",
        "'{0}' would be generated for '{1}', but the type already has a member of that name and parameters");

    // 020 to 059: the body. The last argument is the call chain, empty in the method itself.
    public static readonly DiagnosticDescriptor UnsupportedConstruct = Error("ADG020", "The construct cannot be differentiated",
        "{0} cannot be differentiated{1}");

    public static readonly DiagnosticDescriptor UnsupportedType = Error("ADG021", "The type is not supported in differentiated code",
        "A value of type '{0}' is not supported in differentiated code{1}");

    public static readonly DiagnosticDescriptor NoRule = Error("ADG022", "The called method has neither a body here nor a rule",
        "'{0}' has no body in this compilation and no derivative rule; give it one with [PartialOf]{1}");

    public static readonly DiagnosticDescriptor StaticState = Error("ADG024", "Static state is not supported",
        "'{0}' is neither a constant nor a static readonly field of a supported type{1}");

    public static readonly DiagnosticDescriptor Inaccessible = Error("ADG025", "A helper uses a member that the generated code cannot reach",
        "'{0}' is not accessible from '{1}', where the code of this helper is generated{2}");

    public static readonly DiagnosticDescriptor ActiveIntoInert = Error("ADG026", "An active value flows into a type that carries no derivative",
        "A real value is converted to '{0}', which carries no derivative{1}");

    public static readonly DiagnosticDescriptor TooLarge = Error("ADG027", "The method is too large",
        "'{0}' is too large to differentiate: {1}");

    public static readonly DiagnosticDescriptor GeneratedMemberCall = Error("ADG028", "A generated derivative is called in a differentiated body",
        "'{0}' is a generated derivative; derivatives of derivatives are not supported yet{1}");

    // 060 to 079: rules. The last argument of what is found at a call, ADG062 and ADG063, is the call chain.
    public static readonly DiagnosticDescriptor BadRule = Error("ADG060", "The rule is not valid",
        "The rule '{0}' is not valid: {1}");

    public static readonly DiagnosticDescriptor DuplicateRule = Error("ADG061", "The rule is given twice",
        "The derivative of '{0}' by '{1}' is already given by '{2}'");

    public static readonly DiagnosticDescriptor MissingPartial = Error("ADG062", "A rule for an argument is missing",
        "'{0}' has rules, but none for its argument '{1}', which is active here{2}");

    public static readonly DiagnosticDescriptor InaccessibleRule = Error("ADG063", "The rule is not accessible",
        "The rule '{0}' is private and cannot be called from '{1}'{2}");

    // 900: ours.
    public static readonly DiagnosticDescriptor Internal = Error("ADG900", "Internal error",
        "AutoDiffGen failed on '{0}', please report it: {1}");

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        typeof(Descriptors).GetFields().Where(f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(f => (DiagnosticDescriptor)f.GetValue(null)).ToImmutableDictionary(d => d.Id);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ById.Values.OrderBy(d => d.Id, StringComparer.Ordinal).ToImmutableArray();

    public static DiagnosticDescriptor Get(string id) => ById[id];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpRoot + id + ".md");
}
