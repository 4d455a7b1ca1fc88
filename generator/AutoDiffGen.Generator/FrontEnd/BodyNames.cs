using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>
/// The names in a method's body, before it is lowered. By name and not by variable, which errs on the safe side where sibling scopes share one.
/// </summary>
/// <param name="Declared">Every local, so that no temporary takes the name of one that comes later.</param>
/// <param name="Reassigned">What is assigned other than by its declaration, or passed or bound by reference.</param>
internal sealed record BodyNames(IReadOnlyCollection<string> Declared, HashSet<string> Reassigned)
{
    public static BodyNames Of(MethodDeclarationSyntax declaration)
    {
        var declared = new List<string>();
        var reassigned = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxNode node in declaration.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax variable:
                    declared.Add(variable.Identifier.ValueText);
                    break;
                case SingleVariableDesignationSyntax variable:
                    declared.Add(variable.Identifier.ValueText);
                    break;
                case ForEachStatementSyntax loop:
                    declared.Add(loop.Identifier.ValueText);
                    break;
                case AssignmentExpressionSyntax assignment:
                    Add(reassigned, assignment.Left);
                    break;
                case PrefixUnaryExpressionSyntax unary when unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression:
                    Add(reassigned, unary.Operand);
                    break;
                case PostfixUnaryExpressionSyntax unary:
                    Add(reassigned, unary.Operand);
                    break;
                case RefExpressionSyntax reference:
                    Add(reassigned, reference.Expression);
                    break;
                case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument:
                    Add(reassigned, argument.Expression);
                    break;
            }
        }

        return new BodyNames(declared, reassigned);
    }

    private static void Add(HashSet<string> names, ExpressionSyntax target)
    {
        switch (target)
        {
            case IdentifierNameSyntax name:
                names.Add(name.Identifier.ValueText);
                break;
            case ParenthesizedExpressionSyntax inner:
                Add(names, inner.Expression);
                break;
            case RefExpressionSyntax inner:
                Add(names, inner.Expression);
                break;
            case ConditionalExpressionSyntax choice:
                Add(names, choice.WhenTrue);
                Add(names, choice.WhenFalse);
                break;
            case TupleExpressionSyntax tuple:
                foreach (ArgumentSyntax element in tuple.Arguments)
                    Add(names, element.Expression);
                break;
            case AssignmentExpressionSyntax assignment:
                Add(names, assignment.Left);
                break;
        }
    }
}
