using System.Reflection;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Signatures;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>Generated members look exactly as the contract says.</summary>
internal static class SignatureCheck
{
    public static void Run(Subject subject)
    {
        var report = new Report($"{subject.Label} signatures of {subject.Method.DeclaringType!.FullName}.{subject.Method.Name}");
        if (subject.HasRealResult)
            Compare(Contract.Grad(subject.Method), report);
        else if (Member.TryFind(Contract.Grad(subject.Method)) is { } unexpected)
            report.Add($"a result that is not real has no gradient, but there is {Signature.Of(unexpected)}");
        Compare(Contract.Vjp(subject.Method), report);
        if (subject.IsLifted)
            Compare(Contract.Lifted(subject.Method), report);
        report.Assert();
    }

    private static void Compare(Signature expected, Report report)
    {
        MethodInfo? member;
        try
        {
            member = Member.Find(expected);
        }
        catch (MissingMethodException missing)
        {
            report.Add(missing.Message);
            return;
        }

        string actual = Signature.Of(member).ToString();
        if (actual != expected.ToString())
            report.Add($"expected {expected}\n    actual   {actual}");
    }
}
