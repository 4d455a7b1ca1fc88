using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Lift;

/// <summary>
/// Writes the lifted copy of a function with rules of the user's: not its body, but its value as it is, recorded with the partial
/// derivatives that the rules give.
/// </summary>
internal static class RuledLifter
{
    private const string Lifting = "global::AutoDiffGen.Runtime.Lifting";

    public static void Write(LiftSession session, IMethodSymbol function, string name, CodeLines lines)
    {
        HashSet<string> taken = new(function.Parameters.Select(p => p.Name), StringComparer.Ordinal);
        string result = Fresh("result", taken);
        IReadOnlyDictionary<int, IMethodSymbol> rules = session.Rules.For(function);
        Dictionary<IParameterSymbol, string> data = new(SymbolEqualityComparer.Default);

        lines.Add(MethodLifter.Signature(
            $"internal static {LiftedTypes.Value} {CSharpNames.Escape(name)}", function.Parameters.Select(Parameter).ToArray()));
        lines.Open();
        lines.Add("// its value as it is, its partial derivatives by its [PartialOf] rules");
        foreach (IParameterSymbol parameter in function.Parameters.Where(IsLifted))
        {
            // Whoever calls it has been told by an error where such an argument is active; this holds the tape to it.
            if (RuleFor(session, rules, parameter) is null)
                lines.Add($"{Lifting}.RequireConstant({Name(parameter)}, {Literal(parameter.Name)}, {Literal(Shown(function))});");
            // What is passed by 'in' is a variable: where the function has an overload without, a number would choose that one.
            if (parameter.RefKind == RefKind.In)
                lines.Add($"double {data[parameter] = Fresh(parameter.Name + "Data", taken)} = {Name(parameter)}.Data;");
        }

        lines.Add($"double {result} = {Target(function)}({string.Join(", ", function.Parameters.Select(p => (p.RefKind == RefKind.In ? "in " : "") + Data(p)))});");
        lines.Add($"return {Recorded()};");
        lines.Close();

        string Recorded()
        {
            List<(string Argument, string Partial)> recorded = [];
            foreach (IParameterSymbol parameter in function.Parameters.Where(IsLifted))
            {
                if (RuleFor(session, rules, parameter) is { } rule)
                    recorded.Add((Name(parameter), Partial(parameter, rule)));
            }

            return recorded.Count switch
            {
                0 => result,
                <= 2 => $"{Lifting}.Record(\n    {result},\n    {string.Join(",\n    ", recorded.Select(r => $"{r.Argument}, {r.Partial}"))})",
                _ => $"{Lifting}.Record(\n    {result},\n    [{string.Join(", ", recorded.Select(r => r.Argument))}],\n    [\n        "
                    + $"{string.Join(",\n        ", recorded.Select(r => r.Partial))},\n    ])",
            };
        }

        // A rule is not called for what is not recorded, as it is not in the gradient.
        string Partial(IParameterSymbol parameter, IMethodSymbol rule) =>
            $"{Lifting}.IsRecorded({Name(parameter)}) ? {Target(rule)}({string.Join(", ", function.Parameters.Select(Data).Append(result))}) : 0";

        string Data(IParameterSymbol parameter) =>
            data.TryGetValue(parameter, out string? local) ? CSharpNames.Escape(local)
            : IsLifted(parameter) ? Name(parameter) + ".Data"
            : parameter.Type.IsReferenceType ? Name(parameter) + "!"
            : Name(parameter);
    }

    /// <summary>The rule of an argument, if there is one that the generated code may call.</summary>
    private static IMethodSymbol? RuleFor(LiftSession session, IReadOnlyDictionary<int, IMethodSymbol> rules, IParameterSymbol parameter) =>
        rules.TryGetValue(parameter.Ordinal, out IMethodSymbol? rule) && session.IsAccessible(rule) ? rule : null;

    // [NoGrad] makes a parameter constant in a body; here there is none, and the rules decide.
    private static bool IsLifted(IParameterSymbol parameter) => LiftedTypes.IsDouble(parameter.Type);

    // Nullness is between the caller and the function: this copy lets every string through.
    private static string Parameter(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.In ? "in " : "")
        + LiftedTypes.LiftedName(parameter.Type.IsReferenceType ? parameter.Type.WithNullableAnnotation(NullableAnnotation.Annotated) : parameter.Type)
        + " " + Name(parameter);

    private static string Name(IParameterSymbol parameter) => CSharpNames.Escape(parameter.Name);

    private static string Target(IMethodSymbol method) => $"{LiftedTypes.Name(method.ContainingType)}.{CSharpNames.Escape(method.Name)}";

    private static string Shown(IMethodSymbol method) => $"{method.ContainingType.ToDisplayString()}.{method.Name}";

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Fresh(string name, HashSet<string> taken)
    {
        while (!taken.Add(name))
            name += "_";
        return name;
    }
}
