namespace AutoDiffGen.Package.Tests.Support;

/// <summary>A console program that references the package, bare but for that: what a user has after a minute.</summary>
internal sealed class ConsoleProject : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ConsoleProject(PackedPackage package, string program)
    {
        // The only sources are the folders of the package and of what it depends on, and they are unpacked here: the user's own packages are neither used nor added to.
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="package" value="{package.Source}" />
                <add key="dependency" value="{package.DependencySource}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
              </fallbackPackageFolders>
            </configuration>
            """);
        Write("App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestorePackagesPath>$(MSBuildThisFileDirectory)packages</RestorePackagesPath>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
                <CompilerGeneratedFilesOutputPath>obj/generated</CompilerGeneratedFilesOutputPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="AutoDiffGen" Version="[{package.Version}]" />
              </ItemGroup>
            </Project>
            """);

        // Whatever lies in the folders above does not apply.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("Program.cs", program);
    }

    public Task<DotnetResult> BuildAsync(params string[] options) => Dotnet.RunAsync(folder.Path, ["build", "-c", "Release", "-o", "out", .. options]);

    /// <summary>Runs what was built.</summary>
    public Task<DotnetResult> RunAsync() => Dotnet.RunAsync(folder.Path, Path.Combine("out", "App.dll"));

    /// <summary>What the generator wrote in the last build.</summary>
    public string GeneratedText() => string.Concat(
        Directory.GetFiles(folder[Path.Combine("obj", "generated", "AutoDiffGen.Generator")], "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllText));

    public void Dispose() => folder.Dispose();

    private void Write(string name, string text) => File.WriteAllText(folder[name], text + "\n");
}
