using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.Lift;

/// <summary>One method being lifted: its syntax, what its names mean, and what becomes of its variables.</summary>
internal sealed class MethodScope
{
    private readonly Dictionary<ISymbol, string> _copies = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, BufferUse> _uses = new(SymbolEqualityComparer.Default);

    private MethodScope(LiftSession session, IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        Session = session;
        Method = method;
        Syntax = syntax;
        Model = session.Compilation.GetSemanticModel(syntax.SyntaxTree);
        FindCopies();
    }

    public LiftSession Session { get; }

    public IMethodSymbol Method { get; }

    public MethodDeclarationSyntax Syntax { get; }

    public SemanticModel Model { get; }

    /// <summary>The [NoGrad] parameters that lifted code copies to a variable of another name on entry.</summary>
    public IReadOnlyDictionary<ISymbol, string> Copies => _copies;

    /// <summary>What the method does with the content of each [NoGrad] array and span that it is given.</summary>
    public IReadOnlyDictionary<ISymbol, BufferUse> Constants => _uses;

    /// <summary>Whether this is the lifted method itself, and not one it calls.</summary>
    public bool IsRoot => SymbolEqualityComparer.Default.Equals(Method, Session.Root.PartialImplementationPart ?? Session.Root);

    /// <summary>The body of a method that can be lifted, or null and the reason why it cannot.</summary>
    public static MethodScope? TryOpen(LiftSession session, IMethodSymbol method, out string reason)
    {
        string name = method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        IMethodSymbol implementation = method.PartialImplementationPart ?? method;
        MethodDeclarationSyntax? syntax = implementation.DeclaringSyntaxReferences
            .Select(r => r.GetSyntax(session.Cancellation)).OfType<MethodDeclarationSyntax>()
            .FirstOrDefault(m => m.Body is not null || m.ExpressionBody is not null);

        reason = syntax is null ? $"'{name}' has no body in this compilation"
            : !method.IsStatic || method.MethodKind != MethodKind.Ordinary || !IsInType(syntax) ? $"'{name}' is not a static method"
            : method.IsGenericMethod || !SymbolEqualityComparer.Default.Equals(method, method.OriginalDefinition) ? $"'{name}' is generic"
            : method.IsAsync ? $"'{name}' is asynchronous"
            : method.ReturnsByRef || method.ReturnsByRefReadonly ? $"'{name}' returns a reference"
            : IsGenericElsewhere(method, session.Root) ? $"'{name}' is declared in a generic type"
            : "";
        return syntax is not null && reason.Length == 0 ? new MethodScope(session, implementation, syntax) : null;
    }

    /// <summary>Whether a variable is a <c>Value</c> in lifted code, or a tuple of them.</summary>
    public bool IsLifted(ISymbol variable) => variable switch
    {
        ILocalSymbol local => !local.IsConst && LiftedTypes.IsActive(local.Type),
        IParameterSymbol parameter => LiftedTypes.IsLifted(parameter) || _assigned.Contains(parameter),
        IDiscardSymbol discard => LiftedTypes.IsActive(discard.Type),
        _ => false,
    };

    // What a [NoGrad] parameter brings is constant: the body computes with a double, unless it assigns to the parameter, because what
    // it assigns may be active. The lifted method itself takes a Value like any other double, and looks at its Data.
    private void FindCopies()
    {
        foreach (IParameterSymbol buffer in Method.Parameters.Where(p => LiftedTypes.IsActiveBuffer(p.Type) && LiftedTypes.IsNoGrad(p) && p.RefKind != RefKind.Out))
        {
            BufferUse use = BufferUses.Of(buffer, Session.Compilation, Session.Cancellation);
            _uses.Add(buffer, use);
            if (use == BufferUse.Read)
                _copies.Add(buffer, FreshName(buffer.Name + "Data"));
        }

        IParameterSymbol[] constants = Method.Parameters.Where(p => LiftedTypes.IsActive(p.Type) && !LiftedTypes.IsLifted(p)).ToArray();
        if (constants.Length == 0)
            return;
        DataFlowAnalysis? flow = Syntax.Body is not null
            ? Model.AnalyzeDataFlow(Syntax.Body)
            : Model.AnalyzeDataFlow(Syntax.ExpressionBody!.Expression);
        foreach (IParameterSymbol parameter in constants)
        {
            bool isAssigned = parameter.RefKind == RefKind.None
                && (flow is not { Succeeded: true } || flow.WrittenInside.Contains(parameter, SymbolEqualityComparer.Default) || IsReferredTo(parameter));
            if (isAssigned)
                _assigned.Add(parameter);
            if (isAssigned || IsRoot)
                _copies.Add(parameter, FreshName(parameter.Name + (isAssigned ? "Value" : "Data")));
        }
    }

    // A ref local may write to it.
    private bool IsReferredTo(IParameterSymbol parameter) => Syntax.DescendantNodes().OfType<RefExpressionSyntax>()
        .SelectMany(r => r.Expression.DescendantNodesAndSelf()).OfType<IdentifierNameSyntax>()
        .Any(name => name.Identifier.ValueText == parameter.Name);

    private string FreshName(string name)
    {
        HashSet<string> taken = new(Syntax.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText), StringComparer.Ordinal);
        while (taken.Contains(name) || _copies.ContainsValue(name))
            name += "_";
        return name;
    }

    // Not in an extension block, whose methods have a receiver that no parameter shows.
    private static bool IsInType(MethodDeclarationSyntax method) => method.Parent is
        ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax or InterfaceDeclarationSyntax;

    // A copy stands in the root's type: there only that type's own type parameters mean anything.
    private static bool IsGenericElsewhere(IMethodSymbol method, IMethodSymbol root)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.TypeParameters.Length > 0)
                return !SymbolEqualityComparer.Default.Equals(method.ContainingType, root.ContainingType);
        }

        return false;
    }
}
