using System.Globalization;
using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.FrontEnd.Declaration;

/// <summary>
/// What the attribute asks for: a flag that is named and cannot be generated is an error (ADG006);
/// <c>Derivatives.All</c> is what can be.
/// </summary>
internal static class Emission
{
    private const DerivativeSet Available = DerivativeSet.Gradient | DerivativeSet.Lifted;

    private static readonly DerivativeSet[] Flags =
        [DerivativeSet.Gradient, DerivativeSet.Jvp, DerivativeSet.Jacobian, DerivativeSet.Hvp, DerivativeSet.Hessian, DerivativeSet.Lifted];

    /// <summary>The flags as written.</summary>
    public static DerivativeSet Asked(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: int flags }] ? (DerivativeSet)flags : DerivativeSet.Gradient;

    /// <summary>What is generated, lifting aside, whose applicability the whole body decides.</summary>
    public static DerivativeSet Generated(DerivativeSet asked) => asked & Available;

    public static IEnumerable<DiagnosticInfo> Check(IMethodSymbol method, AttributeData attribute, CancellationToken cancellation)
    {
        DerivativeSet asked = Asked(attribute);
        LocationInfo at = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is { } syntax
            ? LocationInfo.Of(syntax)
            : MethodKinds.At(method);
        if (asked == DerivativeSet.None)
            yield return new DiagnosticInfo("ADG006", at, ["None", method.Name, "it asks for nothing"]);
        if ((asked & ~DerivativeSet.All) != 0)
        {
            string number = ((int)asked).ToString(CultureInfo.InvariantCulture);
            yield return new DiagnosticInfo("ADG006", at, [number, method.Name, "there is no such derivative"]);
        }

        if (asked == DerivativeSet.All)
            yield break;
        foreach (DerivativeSet flag in Flags.Where(f => (asked & f) != 0 && (Available & f) == 0))
            yield return new DiagnosticInfo("ADG006", at, [flag.ToString(), method.Name, "it is not supported yet"]);
    }
}
