using System.Text;
using System.Xml.Linq;
using AutoDiffGen.Package.Tests.Support;

namespace AutoDiffGen.Package.Tests;

/// <summary>That the package holds what it should, and nothing else.</summary>
[Collection(PackageCollection.Name)]
public class PackageContentsTests(PackedPackage package)
{
    private static readonly string[] Expected =
    [
        "AutoDiffGen.nuspec",
        "README.md",
        "analyzers/dotnet/cs/AutoDiffGen.Generator.dll",
        "build/AutoDiffGen.props",
        "buildTransitive/AutoDiffGen.props",
        "lib/net8.0/AutoDiffGen.dll",
        "lib/net8.0/AutoDiffGen.xml",
    ];

    private XElement Metadata => XDocument.Load(new MemoryStream(package.Read("AutoDiffGen.nuspec"))).Root!.Elements().Single();

    [Fact]
    public void Has_exactly_the_files_expected()
    {
        // What every package has, whatever is in it.
        string[] own = [.. package.Entries().Where(e => e is not ("[Content_Types].xml" or "_rels/.rels")
            && !e.StartsWith("package/services/metadata/", StringComparison.Ordinal))];
        Assert.Equal(Expected, own.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Depends_on_one_package_alone()
    {
        XElement group = Assert.Single(Named(Metadata, "dependencies").Single().Elements());
        Assert.Equal("net8.0", group.Attribute("targetFramework")!.Value);
        XElement dependency = Assert.Single(group.Elements());
        Assert.Equal("System.Numerics.Tensors", dependency.Attribute("id")!.Value);
    }

    [Fact]
    public void Says_what_it_is()
    {
        Assert.Equal("AutoDiffGen", Named(Metadata, "id").Single().Value);
        Assert.Equal("MIT", Named(Metadata, "license").Single().Value);
        Assert.Equal("expression", Named(Metadata, "license").Single().Attribute("type")!.Value);
        Assert.Equal("README.md", Named(Metadata, "readme").Single().Value);
        Assert.NotEqual("Package Description", Named(Metadata, "description").Single().Value); // what it would be if it were left out
    }

    [Theory]
    [InlineData("build/AutoDiffGen.props")]
    [InlineData("buildTransitive/AutoDiffGen.props")]
    public void Makes_the_switch_of_the_optimiser_visible_to_the_generator(string entry)
    {
        XElement props = XElement.Parse(Encoding.UTF8.GetString(package.Read(entry)).TrimStart('\uFEFF'));
        Assert.Contains(props.Descendants("CompilerVisibleProperty"), p => p.Attribute("Include")!.Value == "AutoDiffGenOptimize");
    }

    [Fact]
    public void Documents_the_library()
    {
        XElement documentation = XElement.Parse(Encoding.UTF8.GetString(package.Read("lib/net8.0/AutoDiffGen.xml")).TrimStart('\uFEFF'));
        Assert.Contains(documentation.Descendants("member"), m => m.Attribute("name")!.Value == "T:AutoDiffGen.DifferentiableAttribute");
    }

    private static IEnumerable<XElement> Named(XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);
}
