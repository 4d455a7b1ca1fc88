using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using Xunit;

namespace AutoDiffGen.Conformance;

public class SignatureTests
{
    [Theory, MemberData(nameof(CaseData.MethodsInBothBuilds), MemberType = typeof(CaseData))]
    public void Generated_members_have_the_contracts_signatures(string method, Build build) =>
        SignatureCheck.Run(Catalog.Find(method).In(build));
}
