using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Storage: a local or by-value parameter is a <see cref="LocalPlace"/>, what a <c>ref</c>, <c>in</c> or <c>out</c> parameter
/// refers to a <see cref="ReferencePlace"/>. The allow-list of what can be assigned to.
/// </summary>
internal static class Places
{
    public static Place Lower(BodyScope scope, IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { Local: { } local }:
                if (local.IsRef)
                    throw scope.RefuseConstruct(operation.Syntax, "A 'ref' local");
                return new LocalPlace(scope.Find(local));
            case IParameterReferenceOperation { Parameter: { } parameter }:
                Var variable = scope.Find(parameter);
                return parameter.RefKind == RefKind.None ? new LocalPlace(variable) : new ReferencePlace(variable);
            case IFieldReferenceOperation { Field: { IsStatic: true } field }:
                throw scope.Refuse("ADG024", operation.Syntax, field.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
            case IPropertyReferenceOperation { Property: { IsStatic: true } property }:
                throw scope.Refuse("ADG024", operation.Syntax, property.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
            case IInvalidOperation:
                throw Calls.RefuseInvalid(scope, operation);
            default:
                throw scope.RefuseConstruct(operation);
        }
    }
}
