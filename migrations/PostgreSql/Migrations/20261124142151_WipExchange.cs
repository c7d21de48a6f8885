using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Loesningsbrikker.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class WipExchange : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "ImportDrafts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "ExchangeIds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Guid = table.Column<Guid>(type: "uuid", nullable: false),
                    RowId = table.Column<long>(type: "bigint", nullable: false),
                    IsRecognised = table.Column<bool>(type: "boolean", nullable: false),
                    CreatorGuid = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExchangeIds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExchangeIds_DialogueProcesses_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "DialogueProcesses",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ExchangeImports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    ProjectName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ByUserId = table.Column<long>(type: "bigint", nullable: false),
                    Interviews = table.Column<int>(type: "integer", nullable: false),
                    Passages = table.Column<int>(type: "integer", nullable: false),
                    Codings = table.Column<int>(type: "integer", nullable: false),
                    Pieces = table.Column<int>(type: "integer", nullable: false),
                    Challenges = table.Column<int>(type: "integer", nullable: false),
                    Lost = table.Column<string>(type: "text", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExchangeImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExchangeImports_DialogueProcesses_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "DialogueProcesses",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeIds_ProcessId_Kind_Guid",
                table: "ExchangeIds",
                columns: new[] { "ProcessId", "Kind", "Guid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeIds_ProcessId_Kind_RowId",
                table: "ExchangeIds",
                columns: new[] { "ProcessId", "Kind", "RowId" });

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeImports_ProcessId",
                table: "ExchangeImports",
                column: "ProcessId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ExchangeIds");

            migrationBuilder.DropTable(
                name: "ExchangeImports");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "ImportDrafts");
        }
    }
}
