using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AutoDiffGen.Package.Tests.Support;

namespace AutoDiffGen.Package.Tests;

/// <summary>What the packaged assemblies ask of whoever loads them.</summary>
[Collection(PackageCollection.Name)]
public class PackagedAssembliesTests(PackedPackage package)
{
    private const string Generator = "analyzers/dotnet/cs/AutoDiffGen.Generator.dll";
    private const string Library = "lib/net8.0/AutoDiffGen.dll";

    /// <summary>The oldest compiler that loads the generator: a newer reference would silently turn it off there.</summary>
    [Theory]
    [InlineData("Microsoft.CodeAnalysis")]
    [InlineData("Microsoft.CodeAnalysis.CSharp")]
    public void The_generator_asks_for_Roslyn_4_8(string assembly) =>
        Assert.Equal(new Version(4, 8, 0, 0), References(Generator).Single(r => r.Name == assembly).Version);

    [Fact]
    public void The_generator_asks_for_nothing_that_the_compiler_does_not_have()
    {
        string[] provided = ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory", "netstandard"];
        Assert.Empty(References(Generator).Select(r => r.Name!).Except(provided));
    }

    [Fact]
    public void The_library_asks_for_nothing_but_NET_8()
    {
        Assert.All(References(Library), r => Assert.StartsWith("System.", r.Name));
        Assert.Equal(new Version(8, 0, 0, 0), References(Library).Single(r => r.Name == "System.Runtime").Version);
    }

    [Theory]
    [InlineData(Generator)]
    [InlineData(Library)]
    public void Symbols_are_inside_and_tell_no_path_of_the_machine_that_built_them(string entry)
    {
        using var file = new PEReader(new MemoryStream(package.Read(entry)));
        DebugDirectoryEntry embedded = file.ReadDebugDirectory().Single(d => d.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider provider = file.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
        MetadataReader symbols = provider.GetMetadataReader();

        string[] documents = [.. symbols.Documents.Select(d => symbols.GetString(symbols.GetDocument(d).Name))];
        Assert.NotEmpty(documents);
        Assert.All(documents, d => Assert.StartsWith("/_/", d));
    }

    private AssemblyName[] References(string entry)
    {
        using var file = new PEReader(new MemoryStream(package.Read(entry)));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetAssemblyReference(r).GetAssemblyName())];
    }
}
