using AutoDiffGen.Generator.FrontEnd;
using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.Rules;

/// <summary>What a <c>[PartialOf]</c> attribute names, resolved: the function, and the argument the rule is the partial derivative by.</summary>
/// <param name="Argument">The position of the argument.</param>
internal sealed record RuleDeclaration(FunctionRef Target, int Argument)
{
    /// <summary>
    /// Resolves a rule: the function is the overload whose parameters are the rule's, all but its last one, which is the result.
    /// <c>[PartialOf(typeof(Math), nameof(Math.Pow), Wrt = "x")] static double R(double x, double y, double z)</c> →
    /// <c>Pow(real, real)</c>, argument 0.
    /// </summary>
    /// <param name="reason">Why there is no such function or argument.</param>
    public static RuleDeclaration? Of(IMethodSymbol rule, AttributeData attribute, Compilation compilation, out string reason)
    {
        reason = "";
        if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol type }, { Value: string name }])
        {
            reason = "the attribute does not name a function";
            return null;
        }

        if (rule.Parameters.Any(p => p.RefKind != RefKind.None || p.IsParams))
        {
            reason = "its parameters must be passed by value";
            return null;
        }

        if (Function(type, name, rule, out reason) is not { } method)
            return null;
        if (FunctionRefs.Of(method, compilation) is not { } function || function.Parameters.Any(p => p.Type.IsStorage()))
        {
            reason = $"'{type.Name}.{name}' has a parameter or result of a type that is not supported";
            return null;
        }

        string? wrt = attribute.NamedArguments.FirstOrDefault(a => a.Key == "Wrt").Value.Value as string;
        int argument = ArgumentOf(method, rule, wrt, out reason);
        return argument < 0 ? null : new RuleDeclaration(function, argument);
    }

    private static IMethodSymbol? Function(INamedTypeSymbol type, string name, IMethodSymbol rule, out string reason)
    {
        IMethodSymbol[] overloads = type.GetMembers(name).OfType<IMethodSymbol>().Where(m => m.IsStatic && !m.IsGenericMethod).ToArray();
        reason = $"'{Types.Shown(type)}' has no static method '{name}'";
        if (overloads.Length == 0)
            return null;
        int count = rule.Parameters.Length - 1;
        IMethodSymbol? method = overloads.FirstOrDefault(m => m.Parameters.Length == count
            && m.Parameters.Zip(rule.Parameters, (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type)).All(same => same));
        if (method is null)
        {
            reason = $"no method '{name}' takes these parameters; a rule takes the method's parameters, then its result";
            return null;
        }

        if (method.Parameters.Any(p => p.RefKind is not (RefKind.None or RefKind.In)))
            reason = $"'{name}' has a parameter passed by reference";
        else if (Types.Of(method.ReturnType) is not RealType)
            reason = $"the result of '{name}' is neither double nor float";
        else if (!SymbolEqualityComparer.Default.Equals(rule.Parameters[count].Type, method.ReturnType))
            reason = $"its last parameter must be of type '{Types.Shown(method.ReturnType)}', the result of '{name}'";
        else if (!SymbolEqualityComparer.Default.Equals(rule.ReturnType, method.ReturnType))
            reason = $"it must return '{Types.Shown(method.ReturnType)}', as '{name}' does";
        else
            return method;
        return null;
    }

    private static int ArgumentOf(IMethodSymbol method, IMethodSymbol rule, string? wrt, out string reason)
    {
        reason = "";
        int[] real = method.Parameters.Where(p => Types.Of(p.Type) is RealType).Select(p => p.Ordinal).ToArray();
        if (wrt is null)
        {
            if (real.Length == 1)
                return real[0];
            reason = real.Length == 0
                ? $"'{method.Name}' has no parameter of type double or float"
                : $"'{method.Name}' has several parameters of type double or float; name one with Wrt";
            return -1;
        }

        // By the function's own name for it; a framework version may call it otherwise than the rule does.
        IParameterSymbol? parameter = method.Parameters.FirstOrDefault(p => p.Name == wrt)
            ?? rule.Parameters.Take(method.Parameters.Length).FirstOrDefault(p => p.Name == wrt);
        if (parameter is null)
            reason = $"'{method.Name}' has no parameter '{wrt}'";
        else if (!real.Contains(parameter.Ordinal))
            reason = $"the parameter '{wrt}' is neither double nor float";
        else
            return parameter.Ordinal;
        return -1;
    }
}
