using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.Lift;

/// <summary>
/// Looks for writes to the elements of an array or a span, through the locals and the parameters of called methods that refer to it. What is not
/// named here may do anything.
/// </summary>
internal sealed class BufferUses
{
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly Queue<ISymbol> _waiting = new();
    private BufferUse _use;
    private bool _isReassigned;

    private BufferUses(Compilation compilation, CancellationToken cancellation)
    {
        _compilation = compilation;
        _cancellation = cancellation;
    }

    public static BufferUse Of(IParameterSymbol parameter, Compilation compilation, CancellationToken cancellation)
    {
        // What is given by reference may be another array afterwards, as a variable may have another value.
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
            return BufferUse.Written;
        BufferUses uses = new(compilation, cancellation);
        uses.Follow(parameter);
        while (uses._waiting.Count > 0)
            uses.Look(uses._waiting.Dequeue());
        // A variable that refers to something else from then on: what is written through it may be that.
        return uses is { _use: BufferUse.Written, _isReassigned: true } ? BufferUse.Unknown : uses._use;
    }

    private void Follow(ISymbol? variable)
    {
        if (variable is not (ILocalSymbol { IsRef: false } or IParameterSymbol { RefKind: RefKind.None or RefKind.In }))
            Find(BufferUse.Unknown);
        else if (_seen.Add(variable))
            _waiting.Enqueue(variable);
    }

    private void Find(BufferUse use)
    {
        if (use > _use)
            _use = use;
    }

    private void Look(ISymbol variable)
    {
        ITypeSymbol type = variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;
        if (LiftedTypes.IsReadOnlySpan(type))
            return;
        MethodDeclarationSyntax? method = ((IMethodSymbol)variable.ContainingSymbol is var symbol ? symbol.PartialImplementationPart ?? symbol : null)?
            .DeclaringSyntaxReferences.Select(r => r.GetSyntax(_cancellation)).OfType<MethodDeclarationSyntax>().FirstOrDefault();
        if (method is null)
        {
            Find(BufferUse.Unknown);
            return;
        }

        SemanticModel model = _compilation.GetSemanticModel(method.SyntaxTree);
        foreach (IdentifierNameSyntax name in method.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == variable.Name && IsThat(model.GetSymbolInfo(name, _cancellation).Symbol, variable))
                Use(name, model);
        }
    }

    // A partial method's parameters are declared twice.
    private static bool IsThat(ISymbol? found, ISymbol variable) => SymbolEqualityComparer.Default.Equals(found, variable)
        || (found is IParameterSymbol a && variable is IParameterSymbol b && a.Ordinal == b.Ordinal && a.Name == b.Name
            && a.ContainingSymbol is IMethodSymbol { PartialDefinitionPart: { } part } && SymbolEqualityComparer.Default.Equals(part, b.ContainingSymbol));

    // What is done with an expression that refers to the elements.
    private void Use(ExpressionSyntax node, SemanticModel model)
    {
        TypeInfo info = model.GetTypeInfo(node, _cancellation);
        if (LiftedTypes.IsReadOnlySpan(info.Type) || LiftedTypes.IsReadOnlySpan(info.ConvertedType))
            return;
        bool isNested = LiftedTypes.IsActiveBuffer(LiftedTypes.ElementOf(info.Type));
        switch (node.Parent)
        {
            case ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
            case ConditionalExpressionSyntax conditional when conditional.Condition != node:
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }:
                Use((ExpressionSyntax)node.Parent, model);
                break;
            case ElementAccessExpressionSyntax range when info.Type is IArrayTypeSymbol && !isNested
                && LiftedTypes.IsActiveBuffer(model.GetTypeInfo(range, _cancellation).Type):
                break; // a copy
            case ElementAccessExpressionSyntax element when LiftedTypes.IsActiveBuffer(model.GetTypeInfo(element, _cancellation).Type):
                Use(element, model);
                break;
            case ElementAccessExpressionSyntax element:
                if (IsVariable(element))
                    Find(BufferUse.Written);
                break;
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member when member.Expression == node:
                Call(call, model, isNested);
                break;
            case MemberAccessExpressionSyntax:
                break; // its length
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument:
                Pass(argument, call, model, isNested);
                break;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }:
                Follow(model.GetDeclaredSymbol(declarator, _cancellation));
                break;
            case AssignmentExpressionSyntax assignment when assignment.Left == node:
                _isReassigned = true;
                break;
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax other, Parent: ExpressionStatementSyntax }:
                Follow(model.GetSymbolInfo(other, _cancellation).Symbol);
                break;
            case ForEachStatementSyntax loop when loop.Expression == node:
                if (isNested)
                    Follow(model.GetDeclaredSymbol(loop, _cancellation));
                else if (loop.Type is RefTypeSyntax { ReadOnlyKeyword.RawKind: 0 })
                    Find(BufferUse.Written);
                break;
            case IsPatternExpressionSyntax { Pattern: var pattern } when !pattern.DescendantNodesAndSelf().OfType<VariableDesignationSyntax>().Any():
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison
                when comparison.Left.IsKind(SyntaxKind.NullLiteralExpression) || comparison.Right.IsKind(SyntaxKind.NullLiteralExpression):
                break;
            case SpreadElementSyntax when !isNested:
                break;
            default:
                Find(BufferUse.Unknown);
                break;
        }
    }

    // A method called on the array or span.
    private void Call(InvocationExpressionSyntax call, SemanticModel model, bool isNested)
    {
        if (model.GetSymbolInfo(call, _cancellation).Symbol is not IMethodSymbol method)
        {
            Find(BufferUse.Unknown);
            return;
        }

        bool isOfArrays = LiftedTypes.IsSpan(method.ContainingType) || method.ContainingType.SpecialType == SpecialType.System_Array
            || method.ContainingType.ToDisplayString() == "System.MemoryExtensions";
        if (method.ReducedFrom is { } extension && !isOfArrays)
            Follow(extension.Parameters[0]);
        else if (isOfArrays && method.Name is "Slice" or "AsSpan")
            Use(call, model);
        else if (isOfArrays && method.Name is "Fill" or "Clear" or "Reverse")
            Find(BufferUse.Written);
        else if (!isOfArrays || !(method.Name.StartsWith("Get", StringComparison.Ordinal) || (!isNested && method.Name is "CopyTo" or "TryCopyTo" or "ToArray" or "Clone")))
            Find(BufferUse.Unknown);
    }

    private void Pass(ArgumentSyntax argument, InvocationExpressionSyntax call, SemanticModel model, bool isNested)
    {
        IOperation? operation = model.GetOperation(call, _cancellation);
        if (operation is INameOfOperation)
            return;
        IParameterSymbol? parameter = (operation as IInvocationOperation)?.Arguments.FirstOrDefault(a => a.Syntax == argument)?.Parameter;
        if (parameter?.ContainingSymbol is not IMethodSymbol method || argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword)
            Find(BufferUse.Unknown);
        else if (!method.DeclaringSyntaxReferences.IsEmpty)
            Follow(method.ReducedFrom?.Parameters[parameter.Ordinal + 1] ?? parameter);
        else if (method is { ContainingType.SpecialType: SpecialType.System_Array, Name: "Copy" or "CopyTo" } or { Name: "CopyTo" or "TryCopyTo" })
            Find(parameter.Name is "sourceArray" or "source" && !isNested ? BufferUse.Read : BufferUse.Written);
        else if (method is { ContainingType.SpecialType: SpecialType.System_Array, Name: "Fill" or "Clear" or "Reverse" })
            Find(BufferUse.Written);
        else if (method is not { ContainingType.Name: "ArgumentNullException", Name: "ThrowIfNull" })
            Find(BufferUse.Unknown);
    }

    private static bool IsVariable(ExpressionSyntax element)
    {
        SyntaxNode node = element;
        while (node.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax })
            node = node.Parent;
        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == node,
            PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
            PostfixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
            ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword,
            RefExpressionSyntax => true,
            _ => false,
        };
    }
}
