using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.Lift;

/// <summary>The arguments of a call, lifted in the order they stand in, and the lists they make for each kind of callee.</summary>
internal sealed class CallArguments
{
    private static readonly string[] CallerAttributes =
        ["CallerArgumentExpressionAttribute", "CallerMemberNameAttribute", "CallerFilePathAttribute", "CallerLineNumberAttribute"];

    private readonly List<Argument> _arguments = [];
    private readonly List<IArgumentOperation> _omitted = [];

    /// <summary>The parameter array whose elements are the arguments that are for no parameter, if the call writes them out.</summary>
    private readonly IParameterSymbol? _expanded;

    /// <param name="bound">The arguments as the compiler assigned them to parameters, those left out included.</param>
    /// <param name="receiver">The first argument of an extension method that is called as if it were an instance method.</param>
    public CallArguments(
        ExpressionLifter lifter, SemanticModel model, ArgumentListSyntax? list, ImmutableArray<IArgumentOperation> bound,
        IParameterSymbol? receiverParameter = null, ExpressionSyntax? receiver = null)
    {
        Dictionary<SyntaxNode, IParameterSymbol> parameters = [];
        foreach (IArgumentOperation argument in bound)
        {
            if (argument.Parameter is not { } parameter)
                continue;
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                _omitted.Add(argument);
            else if (argument.ArgumentKind == ArgumentKind.Explicit)
                parameters[ArgumentOf(argument.Syntax)] = parameter;
            else
                _expanded = parameter;
        }

        if (receiver is not null && receiverParameter is not null)
        {
            string mode = receiverParameter.RefKind == RefKind.Ref ? "ref" : "";
            LiftedExpression value = mode == "ref" ? lifter.Visit(receiver) : lifter.Lift(receiver);
            Add(receiver, new Argument("", receiverParameter, mode, value) { Type = model.GetTypeInfo(receiver).Type }, lifter);
        }

        foreach (ArgumentSyntax argument in list?.Arguments ?? default)
        {
            string name = argument.NameColon is { } colon ? colon.Name.Identifier.ValueText : "";
            string mode = argument.RefKindKeyword.Text;
            parameters.TryGetValue(argument, out IParameterSymbol? parameter);
            LiftedExpression value = mode is "ref" or "out" ? lifter.Visit(argument.Expression) : lifter.Lift(argument.Expression);
            Add(argument.Expression, new Argument(name, parameter, mode, value) { Type = model.GetTypeInfo(argument.Expression).Type }, lifter);
        }
    }

    /// <summary>False where an argument is passed by reference that lifted code does not hold in a variable of the same kind.</summary>
    public bool AreUnderstood { get; private set; } = true;

    /// <summary>Whether the only element of a parameter array is given by the array's name, and so perhaps before other arguments.</summary>
    public bool AnyNamedElement => _expanded is not null && _arguments.Any(a => a is { Parameter: null, Name.Length: > 0 });

    public bool AnyValue => _arguments.Any(a => a.Value.IsValue && a.Mode != "out");

    /// <summary>Whether the callee writes to a variable that is a <c>Value</c>.</summary>
    public bool AnyLiftedReference => _arguments.Any(a => a.IsLiftedReference);

    /// <summary>Whether an array or a span of <c>Value</c>s is passed.</summary>
    public bool AnyBuffer => _arguments.Any(a => a.IsBuffer);

    /// <summary>Whether a <c>double</c> of the callee that should follow a variable it also writes to would be a copy of it.</summary>
    public bool AnyCopiedAlias(LiftSession session) =>
        _arguments.Any(a => a is { Value.IsValue: true, Parameter: { RefKind: not (RefKind.None or RefKind.Ref or RefKind.Out) } parameter } && !LiftedTypes.IsLifted(parameter))
        && _arguments.Any(a => a.IsLiftedReference
            || (a is { IsBuffer: true, Parameter: { } buffer } && BufferUses.Of(buffer, session.Compilation, session.Cancellation) != BufferUse.Read));

    /// <summary>Whether what is passed as arrays of no particular type, as <c>Array.Copy</c> takes them, is of one type.</summary>
    public bool AreAlike(ITypeSymbol? receiver) => _arguments.Where(a => a.Parameter?.Type.SpecialType == SpecialType.System_Array).Select(a => a.Type)
        .Concat(receiver is null ? [] : [receiver]).Select(LiftedTypes.ElementOf).Distinct(SymbolEqualityComparer.Default).Count() <= 1;

    /// <summary>For a callee that takes anything.</summary>
    public string AsValues() => List(_arguments.Select(a => a.Write(a.Value.Text)));

    /// <summary>For a callee that stays as it is: the numbers, and the text the compiler derives from how the original call is written.</summary>
    public string AsData() => List(_arguments.Select(a => a.WriteData()).Concat(CallerInfo));

    /// <summary>For a function of the framework on arrays and spans of anything.</summary>
    public string AsElements() => List(_arguments.Select(a => a.Write(a.Value.Text, a.Mode)).Concat(CallerInfo));

    /// <summary>For the lifted copy of the callee, whose parameters have no defaults.</summary>
    public string AsParameters() => AsParameters(LiftedTypes.IsLifted);

    /// <summary>For the lifted copy of a callee with rules, which all its numbers reach as <c>Value</c>s.</summary>
    public string AsRuledParameters() => AsParameters(p => LiftedTypes.IsDouble(p.Type));

    /// <summary>For the tape's counterpart of the callee, whose parameters may have other names.</summary>
    public string AsFunction(IMethodSymbol counterpart, ValueFunctions functions) => List(_arguments.Select(a =>
    {
        int index = a.Parameter!.Ordinal;
        string text = !a.Value.IsValue && functions.NeedsCast(counterpart, index) ? $"(double)({a.Value.Text})" : a.Value.Text;
        return (a with { Name = a.Name.Length == 0 ? "" : counterpart.Parameters[index].Name }).Write(text);
    }));

    private IEnumerable<string> CallerInfo => _omitted.Where(o => IsCallerInfo(o.Parameter!)).Select(Default);

    private string AsParameters(Func<IParameterSymbol, bool> isLifted) => List(_arguments.Where(a => a.Parameter is not null || _expanded is null)
        .Select(a => a.Parameter is { } parameter && isLifted(parameter) ? a.WriteLifted() : a.WriteData())
        .Concat(_omitted.Select(Default))
        .Concat(_expanded is null ? [] : [Expanded(_expanded)]));

    // The copy has no parameter array.
    private string Expanded(IParameterSymbol parameter)
    {
        ITypeSymbol? element = LiftedTypes.ElementOf(parameter.Type);
        string elements = List(_arguments.Where(a => a.Parameter is null).Select(a => LiftedTypes.IsActive(element) ? a.WriteLifted() : a.WriteData()));
        string type = parameter.Type is IArrayTypeSymbol array
            ? LiftedTypes.LiftedName(array.WithNullableAnnotation(NullableAnnotation.NotAnnotated))
            : LiftedTypes.LiftedName(element!) + "[]";
        return $"{CSharpNames.Escape(parameter.Name)}: new {type} {{ {elements} }}";
    }

    // Of an argument in parentheses the compiler names the inside.
    private static SyntaxNode ArgumentOf(SyntaxNode syntax) => syntax.FirstAncestorOrSelf<ArgumentSyntax>() ?? syntax;

    private static string List(IEnumerable<string> arguments) => string.Join(", ", arguments);

    private static string Default(IArgumentOperation argument) =>
        $"{CSharpNames.Escape(argument.Parameter!.Name)}: " + (LiftedTypes.IsActiveBuffer(argument.Parameter.Type)
            ? $"default({LiftedTypes.LiftedName(argument.Parameter.Type)})"
            : CSharpNames.Constant(ConstantOf(argument.Value), argument.Parameter.Type));

    private static object? ConstantOf(IOperation value) => value switch
    {
        { ConstantValue.HasValue: true } => value.ConstantValue.Value,
        IConversionOperation conversion => ConstantOf(conversion.Operand),
        _ => null,
    };

    private static bool IsCallerInfo(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(a => CallerAttributes.Contains(a.AttributeClass?.Name));

    private void Add(ExpressionSyntax syntax, Argument argument, ExpressionLifter lifter)
    {
        _arguments.Add(argument);
        bool isVariable = syntax is DeclarationExpressionSyntax || lifter.IsOwnVariable(syntax);
        bool isOwn = argument.Value.IsValue || !LiftedTypes.IsActive(argument.Parameter?.Type);
        if (argument.Mode is "ref" or "out")
            AreUnderstood &= isVariable && isOwn && argument.Parameter is { Type.TypeKind: not TypeKind.TypeParameter };
        else if (argument.Mode == "in")
            AreUnderstood &= isVariable || !argument.Value.IsValue;
    }
}
