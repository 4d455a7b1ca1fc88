using System.Reflection;
using System.Runtime.CompilerServices;
using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Conformance.Signatures;

/// <summary>A method's signature as far as the contract speaks of it. <see cref="ToString"/> prints it as source, which is how it is compared.</summary>
internal sealed record Signature(
    Type DeclaringType, string Accessibility, bool IsExtension, Type Returns, string Name, IReadOnlyList<SignatureParameter> Parameters)
{
    public static Signature Of(MethodInfo method) => new(
        method.DeclaringType!,
        AccessibilityOf(method) + (method.IsStatic ? " static" : ""),
        method.IsDefined(typeof(ExtensionAttribute)),
        method.ReturnType,
        method.Name,
        [.. method.GetParameters().Select(SignatureParameter.Of)]);

    public static string AccessibilityOf(MethodBase method) => (method.Attributes & MethodAttributes.MemberAccessMask) switch
    {
        MethodAttributes.Public => "public",
        MethodAttributes.Assembly => "internal",
        MethodAttributes.Family => "protected",
        MethodAttributes.FamORAssem => "protected internal",
        MethodAttributes.FamANDAssem => "private protected",
        _ => "private",
    };

    public override string ToString() =>
        $"{Accessibility} {SignatureParameter.TypeName(Returns)} {Name}({(IsExtension ? "this " : "")}{string.Join(", ", Parameters)})";
}
